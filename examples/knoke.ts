// A real inter-organisational network: money and information among ten organisations of one city (Knoke & Wood 1981).
import { readFile } from 'node:fs/promises'
import { createNetwork } from 'guanxi'
import { asymmetry, dyadCensus, hierarchy, inequality, reciprocity } from 'guanxi/metrics'

interface DataSet {
  nodes: { id: string; sector: string }[]
  relations: Record<'money' | 'information', [source: string, target: string, weight: number][]>
}
const path = new URL('../test/golden/datasets/knoke_bureaucracies.json', import.meta.url)
const { nodes, relations } = JSON.parse(await readFile(path, 'utf8')) as DataSet

for (const layer of ['money', 'information'] as const) {
  const network = createNetwork({
    actors: nodes.map(({ id, sector }) => ({ id, kind: sector, sector })),
    ties: relations[layer].map(([source, target, weight]) => ({ source, target, [layer]: weight })),
  })
  const { mutual, asymmetric, absent } = dyadCensus(network, { layer })
  const { rho } = reciprocity(network, { layer })
  const { ordered, circulating, returned } = hierarchy(network, { layer })
  const { gini } = inequality(network, { layer, direction: 'out' })
  console.log(`${layer}: ${mutual} mutual, ${asymmetric} one-way, ${absent} absent pairs`)
  console.log(
    `  asymmetry ${percent(asymmetry(network, { layer }))}; reciprocity beyond chance (rho) ${rho?.toFixed(2)}`,
  )
  console.log(
    `  of the flow ${percent(ordered)} runs down an order, ${percent(circulating)} round, ${percent(returned)} back`,
  )
  console.log(`  inequality of what is given (Gini) ${gini?.toFixed(2)}`)
}

function percent(share: number | null): string {
  return share === null ? 'not defined' : `${Math.round(100 * share)} %`
}
