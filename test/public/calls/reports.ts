import fc from 'fast-check'
import type { NetworkLike, RelationNetwork } from 'guanxi'
import * as c from 'guanxi/cases'
import { diagnose } from 'guanxi/metrics'
import * as r from 'guanxi/report'
import { buildAlliance, compareScenarios, plainWords, runScenario } from 'guanxi/scenarios'
import type { Call } from '../promises.ts'
import { caseNetworks, maybe, seed } from './arbitraries.ts'

const graph = (network: NetworkLike) => network as RelationNetwork
const lang = fc.constantFrom('zh', 'en')

/** Each kind of result in turn. */
function results(network: NetworkLike): r.Reportable[] {
  const n = graph(network)
  return [
    diagnose(n),
    runScenario(n, { strategies: [buildAlliance()], weeks: 6 }),
    compareScenarios(
      n,
      [
        { name: 'as it is', strategies: [] },
        { name: '说人话', strategies: [plainWords()] },
      ],
      { weeks: 6 },
    ),
  ]
}

const onCase = {
  networks: caseNetworks,
  refuses: ['INVALID_NETWORK', 'MISSING_VALUE'] as const,
  runs: 6,
}
const writer = (write: (result: r.Reportable, options: never) => unknown, valid: Call['valid']): Call => ({
  ...onCase,
  run: (n, o) => results(n).map(result => write(result, o)),
  valid,
})

export const reports: Record<string, Call> = {
  charts: writer(r.charts, { lang, theme: maybe(fc.constantFrom('light', 'dark', 'print')) }),
  checkPatterns: {
    run: (_, o) => c.checkPatterns(o),
    valid: { samples: fc.constantFrom(1, 2), seed },
    alone: true,
    runs: 3,
  },
  display: writer((result, o) => r.display(result, o).html, { lang }),
  toHtml: writer(r.toHtml, { lang }),
  toMarkdown: writer(r.toMarkdown, { lang }),
}
