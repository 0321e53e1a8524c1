import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { GuanxiError, type NetworkLike, type RelationNetwork, Scores } from 'guanxi'
import { afterAll, expect, test } from 'vitest'
import { randomStream } from '../../src/kernel/random.ts'
import { type Drawn, drawnNetworks, toNetwork, toSnapshot } from '../helpers/networks.ts'
import type { Calls } from '../public/promises.ts'

/** So many inputs of each function; results beyond so many letters are told apart by their digest. */
const CALLS = 25
const LETTERS = 160

/**
 * Random networks of every kind, and as many in which most pairs are tied, which no test refuses; half of these have ties
 * whose trust is unknown.
 */
const networks: fc.Arbitrary<NetworkLike> = fc
  .tuple(drawnNetworks({ minActors: 4, maxActors: 10 }), fc.nat(), fc.boolean(), fc.boolean())
  .map(([drawn, seed, full, frozen]) => {
    const network = full ? fullNetwork(seed) : drawn
    if (frozen) return toSnapshot(network)
    const graph = toNetwork(network)
    if (full)
      graph.edges().forEach((tie, k) => {
        if (k % 9 === 0) graph.setEdgeAttribute(tie, 'trust', null)
      })
    return graph
  })

function fullNetwork(seed: number): Drawn {
  const random = randomStream(seed)
  const count = 6 + random.below(5)
  const actors = Array.from({ length: count }, (_, i) => i)
  return {
    count,
    sectors: actors.map(i => ['gov', 'com', 'org'][i % 3]!),
    arcs: actors.flatMap(i =>
      actors.filter(j => j !== i && random.below(4) > 0).map(j => [i, j, random.uniform() + 0.01] as const),
    ),
  }
}

/**
 * What every function of a table gives on the same inputs, from release to release: the numbers to nine digits, the errors by
 * their texts. `UPDATE_PINS=1` writes them anew; a change of a number belongs in the changelog.
 *
 * @param name - of the file beside this one that holds them.
 */
export function pinned(name: string, calls: Calls): void {
  const path = fileURLToPath(new URL(`${name}.json`, import.meta.url))
  const kept: Record<string, string[]> = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  const found: Record<string, string[]> = {}
  for (const [title, { run, valid, networks: own = networks }] of Object.entries(calls))
    test(title, async () => {
      const inputs = fc.sample(fc.tuple(own, fc.record(valid as Record<string, fc.Arbitrary<unknown>>)), {
        seed: 11,
        numRuns: CALLS,
      })
      const lines: string[] = []
      for (const [network, options] of inputs)
        lines.push(`${digest(text([network, options]))} ${short(await outcome(() => run(network, options as never)))}`)
      found[title] = lines
      if (process.env.UPDATE_PINS) return
      // A line begins with its input: where that is another one, the numbers say nothing.
      expect(lines).toEqual(kept[title])
    })
  if (process.env.UPDATE_PINS)
    afterAll(() => writeFileSync(path, `${JSON.stringify(found, null, 1).replaceAll('\n  ', '\n ')}\n`))
}

async function outcome(run: () => unknown): Promise<string> {
  try {
    return text(await run())
  } catch (error) {
    if (!(error instanceof GuanxiError)) throw error
    return `${error.code} ${error.message}`
  }
}

/** Everything that a result holds as one line. */
function text(value: unknown): string {
  const plain = JSON.stringify(value, function (this: Record<string, unknown>, key, part) {
    const own = this[key] as Partial<RelationNetwork> & object // before its toJSON
    // The keys of ties are random.
    if (own?.mapEdges)
      return [own.mapNodes!((id, actor) => [id, actor]), own.mapEdges((_, tie, from, to) => [from, to, tie])]
    if (own instanceof Scores) return { values: [...own], reason: own.reason, iterations: own.convergence?.iterations }
    // What is left where a sum should be nothing is noise.
    if (typeof part === 'number') return Math.abs(part) < 1e-12 ? 0 : Number(part.toPrecision(9))
    if (part instanceof Map) return [...part]
    if (part instanceof Set) return [...part]
    if (ArrayBuffer.isView(part) && !(part instanceof DataView)) return [...(part as unknown as number[])].map(number)
    return part
  })
  return plain ?? String(value)
}

/** JSON has no NaN, which arrays of values hold for what is not defined. */
function number(value: number): number | string {
  return Number.isFinite(value) ? value : String(value)
}

function short(line: string): string {
  return line.length <= LETTERS ? line : `${line.slice(0, LETTERS)}… ${digest(line)}`
}

function digest(line: string): string {
  return createHash('sha256').update(line).digest('hex').slice(0, 12)
}
