// A first look: how lopsided the case is, and what each strategy does to it. Writes report.html and network.svg.
import { writeFile } from 'node:fs/promises'
import { xCommunity } from 'guanxi/cases'
import { diagnose, reciprocity } from 'guanxi/metrics'
import { toHtml, toMarkdown } from 'guanxi/report'
import { buildAlliance, compareScenarios, extendRelations, sustainCooperation } from 'guanxi/scenarios'
import { networkView, toSvg } from 'guanxi/view'

const network = xCommunity() // or createNetwork(myDocument), from 'guanxi'
console.log(reciprocity(network, { layer: 'trust' }))
console.log(toMarkdown(diagnose(network), { lang: 'en' }))

const comparison = compareScenarios(
  network,
  [
    { name: 'as it is', strategies: [] },
    { name: 'street office', strategies: [sustainCooperation()] },
    { name: 'community', strategies: [buildAlliance({ hoursPerWeek: 8 })] },
    { name: 'all three', strategies: [sustainCooperation(), buildAlliance(), extendRelations()] },
  ],
  { weeks: 52, seed: 1 },
)
await writeFile('report.html', toHtml(comparison, { lang: 'zh' }))
await writeFile('network.svg', toSvg(networkView(network)))
