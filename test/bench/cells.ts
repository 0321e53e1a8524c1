import { type Snapshot, snapshotFrom } from 'guanxi'
import * as m from 'guanxi/metrics'
import type { Generated } from './generate.ts'

/** One line of the table. */
export interface Cell {
  readonly name: string
  /** Linear in the ties: meant to be at least twice as fast as the fastest peer; others not to be slower. */
  readonly linear: boolean
  /** Sizes on which it is run. @defaultValue all */
  readonly sizes?: readonly string[]
  /** Does the work and gives one number, which peers must agree with where their result means the same. */
  readonly run: (snapshot: Snapshot, arrays: Generated) => number
}

const W = { layer: 'power' } as const

/** In four parts, as numpy adds up several at once; NaN counts nothing. */
const sum = (values: Float64Array): number => {
  let [a, b, c, d] = [0, 0, 0, 0]
  let i = 0
  for (; i + 3 < values.length; i += 4) {
    a += values[i]!
    b += values[i + 1]!
    c += values[i + 2]!
    d += values[i + 3]!
  }
  for (; i < values.length; i++) a += values[i]!
  const total = a + b + c + d
  return Number.isNaN(total) ? sum(values.filter(value => !Number.isNaN(value))) : total
}

/** Sum over the largest entry: the same however the column is scaled. */
const relativeSum = (values: Float64Array): number => {
  let top = 0
  for (let i = 0; i < values.length; i++) if (values[i]! > top) top = values[i]!
  return sum(values) / top
}

export function build({ count, source, target, power, resources, trust }: Generated): Snapshot {
  return snapshotFrom({ count, source, target, power, resources, trust })
}

/** Peers' counterparts stand under the same names in peers.py. */
export const cells: readonly Cell[] = [
  { name: 'build', linear: true, run: (_, arrays) => build(arrays).graph.size },
  // Dyads
  { name: 'reciprocity', linear: true, run: s => m.reciprocity(s).edgewise! },
  { name: 'reciprocity, weighted', linear: true, run: s => m.reciprocity(s, W).weighted! },
  { name: 'asymmetry', linear: true, run: s => m.asymmetry(s, W)! },
  { name: 'dyadCensus', linear: true, run: s => m.dyadCensus(s).mutual },
  // Power and dependence
  { name: 'strength', linear: true, run: s => sum(m.strength(s, { ...W, direction: 'in' }).values) },
  { name: 'inequality', linear: true, run: s => m.inequality(s, { ...W, direction: 'in' }).gini! },
  { name: 'disparity', linear: true, run: s => sum(m.disparity(s, W).disparity.values) },
  { name: 'pageRank', linear: true, run: s => relativeSum(m.pageRank(s, W).values) },
  { name: 'hits', linear: true, run: s => relativeSum(m.hits(s, W).authorities.values) },
  { name: 'eigenvector', linear: true, run: s => relativeSum(m.eigenvector(s, { ...W, within: 'largest' }).values) },
  { name: 'katz', linear: true, run: s => relativeSum(m.katz(s, { ...W, alpha: 0.01 }).values) },
  { name: 'bonacichPower', linear: true, run: s => relativeSum(m.bonacichPower(s, { ...W, beta: -0.01 }).values) },
  { name: 'eigenTrust', linear: true, run: s => sum(m.eigenTrust(s, { ...W, restart: 0.1 }).values) },
  { name: 'closeness', linear: false, sizes: ['M'], run: s => sum(m.closeness(s).values) },
  { name: 'betweenness', linear: false, sizes: ['M'], run: s => sum(m.betweenness(s).values) },
  // Hierarchy
  { name: 'hierarchy', linear: false, run: s => m.hierarchy(s, W).incoherence! },
  { name: 'springRank', linear: false, run: s => m.springRank(s, { ...W, alpha: 0.1 }).energy },
  { name: 'davidsScore', linear: true, run: s => sum(m.davidsScore(s, W).values.map(Math.abs)) },
  { name: 'flowHierarchy', linear: true, run: s => m.flowHierarchy(s)! },
  { name: 'globalReachingCentrality', linear: false, run: s => m.globalReachingCentrality(s)! },
  { name: 'krackhardt', linear: false, run: s => m.krackhardt(s).connectedness! },
  { name: 'agony', linear: false, sizes: ['M'], run: s => m.agony(s, W).agony },
  // Position
  { name: 'triadCensus', linear: false, run: s => m.triadCensus(s)['030T'] },
  { name: 'structuralHoles', linear: false, run: s => sum(m.structuralHoles(s, W).constraint.values) },
  { name: 'kCores', linear: true, run: s => sum(m.kCores(s).values) },
  { name: 'components, weak', linear: true, run: s => m.components(s).count },
  { name: 'components, strong', linear: true, run: s => m.components(s, { kind: 'strong' }).count },
  // Several layers
  { name: 'multireciprocity', linear: true, run: s => m.multireciprocity(s).values[0]![1]! },
  { name: 'layerCorrelation', linear: true, run: s => m.layerCorrelation(s).values[0]![1]! },
]
