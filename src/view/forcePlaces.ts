import { DirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import edgeUniformity from 'graphology-metrics/layout-quality/edge-uniformity.js'
import stress from 'graphology-metrics/layout-quality/stress.js'
import { randomStream } from '../kernel/random.ts'
import type { Point } from './arcs.ts'

type Placed = DirectedGraph<{ x: number; y: number }>

/**
 * Places by ForceAtlas2 from seeded starts: of several runs the one with the least stress and the most even ties.
 *
 * Stress compares distances in the picture with path lengths (mean tie = 1), and is divided by the number of pairs, so that
 * it weighs about as much as the unevenness (relative standard deviation) of tie lengths.
 *
 * @param ids - actors, in order.
 * @param ties - pairs of positions in `ids`, no pair twice and none with itself.
 * @returns places with a mean tie length of 1 around the origin, the longer extent level.
 */
export function forcePlaces(
  ids: readonly string[],
  ties: readonly (readonly [number, number])[],
  seed: number,
): Point[] {
  const count = ids.length
  if (count === 0) return []
  if (count === 1) return [{ x: 0, y: 0 }]
  const attempts = count <= 60 ? 6 : count <= 200 ? 3 : 1
  let best: Point[] = []
  let least = Infinity
  for (let attempt = 0; attempt < attempts; attempt++) {
    const graph = placedGraph(ids, ties, seed, attempt)
    const score = attempts === 1 ? 0 : stress(graph) / ((count * (count - 1)) / 2) + edgeUniformity(graph)
    if (best.length > 0 && !(score < least)) continue
    least = score
    best = graph.mapNodes((_, { x, y }) => ({ x, y }))
  }
  return levelled(best)
}

function placedGraph(
  ids: readonly string[],
  ties: readonly (readonly [number, number])[],
  seed: number,
  attempt: number,
): Placed {
  const random = randomStream(seed, attempt)
  const graph: Placed = new DirectedGraph()
  // ForceAtlas2 gives NaN without places to start from, and cannot part two actors in the same place.
  for (const id of ids) graph.addNode(id, { x: random.uniform() - 0.5, y: random.uniform() - 0.5 })
  for (const [a, b] of ties) graph.addDirectedEdge(ids[a], ids[b])
  const count = ids.length
  forceAtlas2.assign(graph, {
    iterations: count <= 60 ? 400 : count <= 500 ? 200 : 120,
    settings: { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: count > 500 },
  })
  let sum = 0
  graph.forEachEdge((_, _tie, _s, _t, a, b) => {
    sum += Math.hypot(a.x - b.x, a.y - b.y)
  })
  const unit = ties.length > 0 && sum > 0 ? sum / ties.length : spread(graph) / Math.sqrt(count)
  graph.updateEachNodeAttributes((_, { x, y }) => ({ x: x / unit, y: y / unit }))
  return graph
}

function spread(graph: Placed): number {
  let most = 0
  graph.forEachNode((_, { x, y }) => {
    most = Math.max(most, Math.hypot(x, y))
  })
  return most || 1
}

/** Turned so that the direction of the largest variance lies level (the first principal axis), centred. */
function levelled(places: readonly Point[]): Point[] {
  const cx = places.reduce((sum, p) => sum + p.x, 0) / places.length
  const cy = places.reduce((sum, p) => sum + p.y, 0) / places.length
  let xx = 0
  let xy = 0
  let yy = 0
  for (const { x, y } of places) {
    xx += (x - cx) ** 2
    xy += (x - cx) * (y - cy)
    yy += (y - cy) ** 2
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  return places.map(({ x, y }) => ({ x: (x - cx) * cos + (y - cy) * sin, y: (y - cy) * cos - (x - cx) * sin }))
}
