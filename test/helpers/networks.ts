import fc from 'fast-check'
import { createNetwork, type RelationNetwork, snapshotFrom } from 'guanxi'

/** The golden network of six actors and nine ties; its values were computed with R sna 2.7-1, igraph and NetworkX. */
export const goldenArcs: readonly (readonly [string, string, number])[] = [
  ['1', '2', 8],
  ['1', '3', 6],
  ['2', '1', 3],
  ['2', '3', 4],
  ['3', '4', 5],
  ['3', '5', 5],
  ['4', '3', 2],
  ['5', '6', 1],
  ['2', '5', 2],
]
const goldenSectors = ['gov', 'gov', 'com', 'com', 'org', 'res']

export function golden(): RelationNetwork {
  return fromArcs(
    goldenArcs,
    ['1', '2', '3', '4', '5', '6'].map((id, i) => ({ id, kind: 'x', sector: goldenSectors[i]! })),
  )
}

/** A network whose ties carry `resources` = the given weight, `power` = `trust` = 1. */
export function fromArcs(
  arcs: readonly (readonly [string, string, number])[],
  actors: readonly { id: string; kind: string; [more: string]: string }[],
): RelationNetwork {
  return createNetwork({
    actors: [...actors],
    ties: arcs.map(([source, target, resources]) => ({ source, target, power: 1, resources, trust: 1 })),
  })
}

export function actorsNamed(...ids: string[]): { id: string; kind: string }[] {
  return ids.map(id => ({ id, kind: 'community' }))
}

/** A random network as plain data, so that laws can relabel, scale and transpose it. */
export interface Drawn {
  readonly count: number
  readonly sectors: readonly string[]
  /** `[source, target, weight]`, no pair twice; self-ties and zero weights among them. */
  readonly arcs: readonly (readonly [number, number, number])[]
}

/** Draws what the domain allows: self-ties, isolates, zero and equal weights, several components, one actor, none. */
export function drawnNetworks(options: { minActors?: number; maxActors?: number } = {}): fc.Arbitrary<Drawn> {
  const { minActors = 0, maxActors = 9 } = options
  return fc.integer({ min: minActors, max: maxActors }).chain(count => {
    const actor = fc.integer({ min: 0, max: Math.max(0, count - 1) })
    const weight = fc.oneof(fc.constantFrom(0, 1, 1, 2, 0.5), fc.double({ min: 0.001, max: 10, noNaN: true }))
    return fc.record({
      count: fc.constant(count),
      sectors: fc.array(fc.constantFrom('gov', 'com', 'org'), { minLength: count, maxLength: count }),
      arcs:
        count === 0
          ? fc.constant([])
          : fc.uniqueArray(fc.tuple(actor, actor, weight), { selector: ([s, t]) => `${s} ${t}`, maxLength: 3 * count }),
    })
  })
}

/** The drawn network as a graph; self-ties are added past the document, as a user's own code might. */
export function toNetwork({ count, sectors, arcs }: Drawn): RelationNetwork {
  const network = createNetwork({
    actors: Array.from({ length: count }, (_, i) => ({ id: `v${i}`, kind: sectors[i]!, sector: sectors[i]! })),
    ties: arcs
      .filter(([s, t]) => s !== t)
      .map(([s, t, weight]) => ({
        source: `v${s}`,
        target: `v${t}`,
        power: 1,
        resources: weight,
        trust: Math.min(1, weight),
      })),
  })
  for (const [s, t, weight] of arcs)
    if (s === t) network.addDirectedEdge(`v${s}`, `v${t}`, { power: 1, resources: weight, trust: Math.min(1, weight) })
  return network
}

export function toSnapshot({ count, sectors, arcs }: Drawn): ReturnType<typeof snapshotFrom> {
  return snapshotFrom({
    ids: Array.from({ length: count }, (_, i) => `v${i}`),
    source: arcs.map(([s]) => s),
    target: arcs.map(([, t]) => t),
    power: arcs.map(() => 1),
    resources: arcs.map(([, , weight]) => weight),
    trust: arcs.map(([, , weight]) => Math.min(1, weight)),
    attributes: { sector: sectors },
  })
}

export const scaled = (drawn: Drawn, factor: number): Drawn => ({
  ...drawn,
  arcs: drawn.arcs.map(([s, t, w]) => [s, t, w * factor]),
})

export const transposed = (drawn: Drawn): Drawn => ({ ...drawn, arcs: drawn.arcs.map(([s, t, w]) => [t, s, w]) })

export const withoutSelfTies = (drawn: Drawn): Drawn => ({ ...drawn, arcs: drawn.arcs.filter(([s, t]) => s !== t) })

export const withoutZeros = (drawn: Drawn): Drawn => ({ ...drawn, arcs: drawn.arcs.filter(([, , w]) => w > 0) })

/** The same network with actor `i` moved to place `places[i]`, and its ties listed in another order. */
export function relabelled(drawn: Drawn, places: readonly number[]): Drawn {
  const sectors = [...drawn.sectors]
  places.forEach((place, i) => {
    sectors[place] = drawn.sectors[i]!
  })
  const arcs = drawn.arcs.map(([s, t, w]) => [places[s]!, places[t]!, w] as const)
  return { ...drawn, sectors, arcs: arcs.reverse() }
}
