import * as all from 'guanxi/scenarios'
import { expect, test } from 'vitest'
import { scenarios } from './calls/scenarios.ts'
import { promises } from './promises.ts'

/** What takes a result or a strategy instead of a network and options; ../scenarios holds what they do with one that is none. */
const others = [
  'applyStrategy',
  'assumptions',
  'assumptionsOf',
  'defaultWorkplan',
  'defineStrategy',
  'explain',
  'maximinTable',
  'mergeEnsembles',
  'patternShares',
  'regretTable',
  'replication',
  'runBlock',
  'satisficingTable',
  'scale',
  'scenarioDiscovery',
  'scenarioJsonSchema',
  'serveEnsembles',
  'tornado',
  'webWorkerExecutor',
]

test('the table has every function that takes a network and options', () => {
  const functions = Object.entries(all)
    .filter(([, value]) => typeof value === 'function')
    .map(([name]) => name)
  expect([...Object.keys(scenarios), ...others].sort()).toEqual(functions.sort())
})
promises(scenarios)
