// The case from network to report: a diagnosis and a comparison of the strategies, as HTML in both languages, under out/.
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { xCommunity } from 'guanxi/cases'
import { testDiagnosis } from 'guanxi/inference'
import { diagnose } from 'guanxi/metrics'
import { toHtml } from 'guanxi/report'
import { buildAlliance, compareScenarios, extendRelations, sustainCooperation } from 'guanxi/scenarios'

const out = new URL('../out/', import.meta.url)
await mkdir(out, { recursive: true })

const network = xCommunity()
const diagnosis = diagnose(network)
const tests = testDiagnosis(network, { seed: 1 })
const comparison = compareScenarios(
  network,
  [
    { name: 'as it is', strategies: [] },
    { name: 'street office', strategies: [sustainCooperation()] },
    { name: 'community', strategies: [buildAlliance()] },
    { name: 'residents', strategies: [extendRelations()] },
    { name: 'all three', strategies: [sustainCooperation(), buildAlliance(), extendRelations()] },
  ],
  { weeks: 52, seed: 1 },
)
console.log('Reports (open them in a browser):')
for (const lang of ['en', 'zh'] as const)
  for (const [name, html] of [
    ['diagnosis', toHtml(diagnosis, { lang, tests })],
    ['comparison', toHtml(comparison, { lang })],
  ] as const) {
    const file = new URL(`${name}.${lang}.html`, out)
    await writeFile(file, html)
    console.log(`  ${process.stdout.isTTY ? pathToFileURL(fileURLToPath(file)).href : fileURLToPath(file)}`)
  }
