// Times measures and tests with one and two worker threads, in turns, and prints a table.
//
// usage: npm run bench:workers. By the clock: two cores must be free.
import { cpus } from 'node:os'
import { type Snapshot, snapshotFrom } from 'guanxi'
import * as inference from 'guanxi/inference'
import * as metrics from 'guanxi/metrics'
import * as node from 'guanxi/node'
import { generate } from './generate.ts'

const ROUNDS = 5
const network = (actors: number, ties: number) => snapshotFrom(generate(actors, ties, actors))
const layers = { x: 'power', y: 'trust' } as const
const incoherence = { measure: 'hierarchy', options: { layer: 'power' }, pick: 'incoherence' }

interface Row {
  readonly name: string
  readonly network: Snapshot
  readonly here: (snapshot: Snapshot) => unknown
  readonly there: (snapshot: Snapshot, workers: number) => Promise<unknown>
}

const qap = { ...layers, permutations: 40_000, seed: 1 }
const mrqap = { response: 'power', predictors: ['trust', 'resources'], permutations: 4000, seed: 1 }
const byName = { condition: 'ties', replications: 200_000, seed: 1 } as const
const ofMeasure = { condition: 'ties', replications: 1000, seed: 1 } as const
const rows: readonly Row[] = [
  {
    name: 'QAP, 400 actors, 40,000 draws',
    network: network(400, 4000),
    here: s => inference.qapCorrelation(s, qap),
    there: (s, workers) => node.qapCorrelation(s, { ...qap, workers }),
  },
  {
    name: 'MRQAP, 100 actors, 4,000 draws',
    network: network(100, 1000),
    here: s => inference.qapRegression(s, mrqap),
    there: (s, workers) => node.qapRegression(s, { ...mrqap, workers }),
  },
  {
    name: 'CUG of transitivity by name, 100 actors, 200,000 draws',
    network: network(100, 1000),
    here: s => inference.cugTest(s, 'transitivity', byName),
    there: (s, workers) => node.cugTest(s, 'transitivity', { ...byName, workers }),
  },
  {
    name: 'CUG of incoherence, 400 actors, 1,000 draws',
    network: network(400, 4000),
    here: s => inference.cugTest(s, x => metrics.hierarchy(x, incoherence.options).incoherence, ofMeasure),
    there: (s, workers) => node.cugTest(s, incoherence, { ...ofMeasure, workers }),
  },
  {
    name: 'betweenness, 4,000 actors, 40,000 ties',
    network: network(4000, 40_000),
    here: s => metrics.betweenness(s),
    there: (s, workers) => node.betweenness(s, { workers }),
  },
  {
    name: 'closeness, 10,000 actors, 100,000 ties',
    network: network(10_000, 100_000),
    here: s => metrics.closeness(s),
    there: (s, workers) => node.closeness(s, { workers }),
  },
  {
    name: 'reaching centrality, weighted, 4,000 actors, 40,000 ties',
    network: network(4000, 40_000),
    here: s => metrics.globalReachingCentrality(s, { layer: 'power' }),
    there: (s, workers) => node.globalReachingCentrality(s, { layer: 'power', workers }),
  },
  {
    name: 'triad census, 100,000 actors, 1,000,000 ties',
    network: network(100_000, 1_000_000),
    here: s => metrics.triadCensus(s),
    there: (s, workers) => node.triadCensus(s, { workers }),
  },
  {
    name: 'triad census, 2,000 actors, 800,000 ties',
    network: network(2000, 800_000),
    here: s => metrics.triadCensus(s),
    there: (s, workers) => node.triadCensus(s, { workers }),
  },
  {
    name: 'triads an actor, 1,500 actors, 400,000 ties',
    network: network(1500, 400_000),
    here: s => metrics.actorTriads(s),
    there: (s, workers) => node.actorTriads(s, { workers }),
  },
]

async function time(run: () => unknown): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

const wanted = process.argv.slice(2)
console.log(`${cpus()[0]?.model}, Node ${process.versions.node}; milliseconds, fastest of ${ROUNDS} in turns\n`)
console.log('| | here | one worker | two | one / two | here / two |\n| --- | ---: | ---: | ---: | ---: | ---: |')
for (const { name, network, here, there } of rows) {
  if (wanted.length > 0 && !wanted.some(text => name.includes(text))) continue
  const ways = [() => here(network), () => there(network, 1), () => there(network, 2)]
  const best = ways.map(() => Infinity)
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, way] of ways.entries()) best[i] = Math.min(best[i]!, await time(way))
  const [alone, one, two] = best as [number, number, number]
  const ms = (value: number) => Math.round(value).toLocaleString('en')
  const [ofOne, ofAlone] = [one / two, alone / two].map(ratio => ratio.toFixed(2))
  console.log(`| ${name} | ${ms(alone)} | ${ms(one)} | ${ms(two)} | ${ofOne} | ${ofAlone} |`)
}
process.exit()
