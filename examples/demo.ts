// The case from network to report: a diagnosis, a comparison of the strategies with how sure it is, the ensemble behind it and a
// plan for 24 hours, as HTML in both languages, under out/.
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { checkPatterns, xCommunity } from 'guanxi/cases'
import { testDiagnosis } from 'guanxi/inference'
import { diagnose } from 'guanxi/metrics'
import { toHtml } from 'guanxi/report'
import {
  buildAlliance,
  compareScenarios,
  extendRelations,
  planStrategies,
  runEnsemble,
  sensitivity,
  sustainCooperation,
} from 'guanxi/scenarios'

const out = new URL('../out/', import.meta.url)
await mkdir(out, { recursive: true })

const network = xCommunity()
const diagnosis = diagnose(network)
const tests = testDiagnosis(network, { seed: 1 })
const names = {
  en: ['as it is', 'street office', 'community', 'residents', 'all three'],
  zh: ['维持现状', '街道办', '社区', '居民', '三者并用'],
}
const strategies = [
  [],
  [sustainCooperation()],
  [buildAlliance()],
  [extendRelations()],
  [sustainCooperation(), buildAlliance(), extendRelations()],
]

const patterns = checkPatterns({ samples: 40, seed: 1 })
const plan = planStrategies(network, { hoursPerWeek: 24, weeks: 52, seed: 1 })

console.log('Reports, to be opened in a browser:')
for (const lang of ['en', 'zh'] as const) {
  const scenarios = strategies.map((chosen, i) => ({ name: names[lang][i]!, strategies: chosen }))
  const comparison = compareScenarios(network, scenarios, { weeks: 52, seed: 1 })
  const ensemble = await runEnsemble(network, scenarios, { replications: 200, weeks: 52, seed: 1 })
  const restsOn = (['voice', 'delivery'] as const).map(outcome =>
    sensitivity(network, scenarios.at(-1)!, { method: 'morris', outcome, samples: 10, seed: 1 }),
  )
  await write(`diagnosis.${lang}.html`, toHtml(diagnosis, { lang, tests }))
  await write(`comparison.${lang}.html`, toHtml(comparison, { lang, ensemble, sensitivity: restsOn, patterns }))
  await write(`ensemble.${lang}.html`, toHtml(ensemble, { lang, patterns }))
  await write(`plan.${lang}.html`, toHtml(plan, { lang }))
}

async function write(name: string, html: string): Promise<void> {
  const file = new URL(name, out)
  await writeFile(file, html)
  console.log(`  ${fileURLToPath(file)}`)
}
