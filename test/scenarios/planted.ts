import { createNetwork, type RelationNetwork, toDocument } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import { assumptions, runScenario, type Scenario, type Wave } from 'guanxi/scenarios'
import { type RandomStream, randomStream } from '../../src/kernel/random.ts'
import { drawAt } from '../../src/scenarios/assumptions.ts'

/** Every value of every tie seen with an error, cut at 0 and 1. */
export function blurred(network: RelationNetwork, error: number, stream: RandomStream): RelationNetwork {
  const document = toDocument(network)
  for (const tie of document.ties)
    for (const layer of ['power', 'resources', 'trust'] as const)
      tie[layer] = Math.min(1, Math.max(0, tie[layer]! + error * stream.normal()))
  return createNetwork(document)
}

/** Waves of the case as a known truth brings them about, seen with an error. */
export function plantedWaves(
  scenario: Scenario,
  truth: Record<string, number>,
  weeks: readonly number[],
  error: number,
  seed: number,
): Wave[] {
  const stream = randomStream(seed, 1)
  const later = weeks.map(week => ({
    week,
    network: blurred(runScenario(xCommunity(), { ...scenario, weeks: week, parameters: truth }).after, error, stream),
  }))
  return [{ week: 0, network: xCommunity() }, ...later]
}

/** Values drawn as the prior draws them. */
export function drawnTruth(names: readonly string[], seed: number): Record<string, number> {
  const stream = randomStream(seed, 2)
  return Object.fromEntries(
    names.map(name => [name, drawAt(assumptions().find(row => row.name === name)!, stream.uniform())]),
  )
}
