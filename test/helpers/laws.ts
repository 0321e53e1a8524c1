import fc from 'fast-check'
import { type NetworkLike, Scores } from 'guanxi'
import { expect, test } from 'vitest'
import {
  type Drawn,
  drawnNetworks,
  relabelled,
  scaled,
  toNetwork,
  toSnapshot,
  transposed,
  withoutSelfTies,
  withoutZeros,
} from './networks.ts'

/** What a measure promises in its doc block; every promise is checked on random networks. */
export interface Laws {
  /** Inclusive bounds of every number in the result. */
  readonly range?: readonly [number, number]
  /** Doubling and the like: the result stays, or is multiplied by the same factor, or is not spoken of. */
  readonly underScaling?: 'same' | 'scaled'
  /** Turning every tie round: the result stays, or changes sign. */
  readonly underTransposition?: 'same' | 'negated'
  /** Compare per-actor results only up to a constant a component (levels, potentials). */
  readonly relativeTolerance?: number
  /** Zero weights count as ties (a measure without `layer`); then dropping them is not the same. */
  readonly zeroIsTie?: boolean
  readonly minActors?: number
  readonly maxActors?: number
}

/** A result as a flat list of numbers and nulls by actor or by name, so that any measure can be compared. */
type Flat = Map<string, number | null>

function flatten(result: unknown, prefix = ''): Flat {
  const flat: Flat = new Map()
  if (result === null || typeof result === 'number') flat.set(prefix, result as number | null)
  else if (result instanceof Scores) for (const [id, value] of result) flat.set(`${prefix}@${id}`, value)
  else if (Array.isArray(result))
    result.forEach((item, i) => {
      for (const [key, value] of flatten(item, `${prefix}[${i}]`)) flat.set(key, value)
    })
  else if (typeof result === 'object')
    for (const [name, part] of Object.entries(result))
      for (const [key, value] of flatten(part, `${prefix}.${name}`)) flat.set(key, value)
  return flat
}

function same(actual: Flat, expected: Flat, tolerance: number, rename = (key: string) => key, factor = 1): void {
  expect(actual.size).toBe(expected.size)
  for (const [key, value] of expected) {
    const found = actual.get(rename(key))
    if (value === null) expect(found, key).toBeNull()
    else {
      expect(typeof found, `${key}: ${found} beside ${value}`).toBe('number')
      expect(Math.abs(found! - value * factor), `${key}: ${found} beside ${value * factor}`).toBeLessThanOrEqual(
        tolerance * Math.max(1, Math.abs(value * factor)),
      )
    }
  }
}

/**
 * Checks a measure's promises on random networks with self-ties, isolates, zero weights and several components.
 *
 * @param measure - a closure over its options; its result may be a number, `Scores`, or records of them. Leave out parts that
 *   are rows by pair: compare those by hand.
 */
export function obeysLaws(measure: (network: NetworkLike) => unknown, laws: Laws): void {
  const { relativeTolerance: tolerance = 1e-9 } = laws
  const size = { minActors: laws.minActors ?? 0, maxActors: laws.maxActors ?? 9 }
  const holds = (name: string, body: (drawn: Drawn) => void) =>
    test(name, () => fc.assert(fc.property(drawnNetworks(size), body), { numRuns: 200, seed: 7 }))
  const of = (drawn: Drawn) => flatten(measure(toNetwork(drawn)))

  holds('no number is NaN or infinite, and all keep to the range', drawn => {
    for (const [key, value] of of(drawn)) {
      if (value === null) continue
      expect(Number.isFinite(value), `${key} is ${value}`).toBe(true)
      if (laws.range) {
        const [low, high] = laws.range
        const slack = tolerance * Math.max(1, Math.abs(value))
        expect(value >= low - slack && value <= high + slack, `${key} is ${value}`).toBe(true)
      }
    }
  })
  holds('a snapshot gives what the network gives', drawn => same(flatten(measure(toSnapshot(drawn))), of(drawn), 1e-12))
  holds('self-ties are ignored', drawn => same(of(withoutSelfTies(drawn)), of(drawn), 1e-12))
  if (!laws.zeroIsTie) holds('a tie of weight zero is no tie', drawn => same(of(withoutZeros(drawn)), of(drawn), 1e-12))
  holds('the network is not changed', drawn => {
    const network = toNetwork(drawn)
    const before = JSON.stringify(network.export())
    measure(network)
    expect(JSON.stringify(network.export())).toBe(before)
  })
  test('relabelling moves the numbers with the actors', () =>
    fc.assert(
      fc.property(
        drawnNetworks(size).chain(drawn =>
          fc.tuple(fc.constant(drawn), fc.shuffledSubarray([...Array(drawn.count).keys()], { minLength: drawn.count })),
        ),
        ([drawn, places]) => {
          const rename = (key: string) => key.replace(/@v(\d+)/g, (_, i) => `@v${places[Number(i)]}`)
          same(of(relabelled(drawn, places)), of(drawn), tolerance, rename)
        },
      ),
      { numRuns: 200, seed: 11 },
    ))
  if (laws.underScaling) {
    const factor = laws.underScaling === 'scaled' ? 4 : 1
    holds(`scaling the weights by 4: ${laws.underScaling}`, drawn =>
      same(of(scaled(drawn, 4)), of(drawn), tolerance, undefined, factor),
    )
  }
  if (laws.underTransposition) {
    const factor = laws.underTransposition === 'negated' ? -1 : 1
    holds(`turning every tie round: ${laws.underTransposition}`, drawn =>
      same(of(transposed(drawn)), of(drawn), tolerance, undefined, factor),
    )
  }
}
