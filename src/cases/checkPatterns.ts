import { latinHypercube } from '../kernel/latinHypercube.ts'
import { randomStream } from '../kernel/random.ts'
import { createNetwork } from '../model/createNetwork.ts'
import { layers, type RelationNetwork } from '../model/network.ts'
import { checkOptions, integerIn, seed as seedRule } from '../model/options.ts'
import { toDocument } from '../model/toDocument.ts'
import { assumptions, defaultParameters, drawAt, type Parameters } from '../scenarios/assumptions.ts'
import { patterns } from './patterns.ts'
import { caseTies } from './ties.ts'
import { createWorld } from './world.ts'
import { xCommunity } from './xCommunity.ts'

/** Options of `checkPatterns`. */
export interface CheckPatternsOptions {
  /** How many sampled worlds, 1 to 100,000. @defaultValue 200 */
  readonly samples?: number | undefined
  /** @defaultValue 1 */
  readonly seed?: number | undefined
}

/** How a pattern fares. */
export interface PatternCheck {
  readonly id: string
  readonly section: string
  readonly finding: { readonly zh: string; readonly en: string }
  /** Whether it holds at the default parameters and values. */
  readonly holds: boolean
  /** In what share of the sampled worlds it holds, in [0, 1]. */
  readonly share: number
  /** Monte-Carlo standard error of the share. */
  readonly error: number
}

/**
 * Checks the thirteen patterns: do they hold at the defaults, and in what share of sampled worlds.
 *
 * A world draws every parameter of the model (evenly, or evenly in the logarithm: see `Assumption.draw`) and every assumed value
 * of the case (evenly) from its whole range, all at once, by a Latin hypercube: about 40 parameters and 54 values.
 *
 * @returns a row a pattern, P1 to P13.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION`.
 *
 * About 30 runs a world. The same seed gives the same rows.
 *
 * Source: pattern-oriented modelling, Grimm et al. 2005, Science 310:987–991; McKay, Beckman & Conover 1979, Technometrics
 * 21:239–245.
 *
 * @example
 * ```ts
 * import { checkPatterns } from 'guanxi/cases'
 *
 * checkPatterns({ samples: 5, seed: 1 }).every(({ holds }) => holds) // => true
 * ```
 */
export function checkPatterns(options: CheckPatternsOptions = {}): PatternCheck[] {
  checkOptions('checkPatterns', options, { samples: integerIn(1, 100_000), seed: seedRule })
  const { samples = 200, seed = 1 } = options
  const atDefaults = createWorld(xCommunity(), defaultParameters())
  const counts = patterns.map(() => 0)
  const rows = assumptions()
  const ties = caseTies()
  const dimensions = rows.length + ties.length * layers.length
  const points = latinHypercube(samples, dimensions, randomStream(seed, 3))
  for (let s = 0; s < samples; s++) {
    const point = points.subarray(s * dimensions, (s + 1) * dimensions)
    const parameters = Object.fromEntries(rows.map((row, d) => [row.name, drawAt(row, point[d]!)])) as Parameters
    const world = createWorld(sampledCase(point.subarray(rows.length)), parameters)
    patterns.forEach((pattern, p) => {
      if (pattern.holds(world)) counts[p]!++
    })
  }
  return patterns.map(({ id, section, finding, holds }, p) => {
    const share = counts[p]! / samples
    return { id, section, finding, holds: holds(atDefaults), share, error: Math.sqrt((share * (1 - share)) / samples) }
  })
}

/** The case with every assumed value at a place within its range. */
function sampledCase(point: Float64Array): RelationNetwork {
  const document = toDocument(xCommunity())
  caseTies().forEach((tie, t) => {
    layers.forEach((layer, l) => {
      const [, low, high] = tie[layer]
      document.ties[t]![layer] = low + (high - low) * point[t * layers.length + l]!
    })
  })
  return createNetwork(document)
}
