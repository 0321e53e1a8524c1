import { createNetwork, toDocument } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import {
  acceptEveryChore,
  agencyWithdrawal,
  buildAlliance,
  chaseIndicators,
  contractRenewal,
  explain,
  extendRelations,
  linkPartners,
  mediaCoverage,
  refuseChores,
  runScenario,
  type Scenario,
  staffTurnover,
  sustainCooperation,
} from 'guanxi/scenarios'
import { expect, test } from 'vitest'
import { sha256 } from '../../src/kernel/sha256.ts'

/** The case with a second agency that shares its hosts and residents, and a second community. */
function twoAgencies() {
  const document = toDocument(xCommunity())
  const copy = (from: string, to: string) => {
    const actor = document.actors.find(({ id }) => id === from)!
    document.actors.push({ ...actor, id: to })
    for (const tie of [...document.ties]) {
      if (tie.source === from) document.ties.push({ ...tie, source: to, trust: (tie.trust ?? 0) * 0.8 })
      if (tie.target === from) document.ties.push({ ...tie, target: to, power: (tie.power ?? 0) * 0.9 })
    }
  }
  copy('agency', 'agency-2')
  copy('community', 'community-2')
  return createNetwork(document)
}

const scenarios: Scenario[] = [
  { strategies: [] },
  { strategies: [], weeks: 0 },
  { strategies: [sustainCooperation(), buildAlliance(), extendRelations()], weeks: 104 },
  { strategies: [chaseIndicators({ load: 2.5 }), acceptEveryChore()], weeks: 120 },
  { strategies: [refuseChores(), linkPartners()], noise: 0.2, seed: 7 },
  {
    strategies: [buildAlliance()],
    events: [
      staffTurnover({ week: 10, share: 0.5 }),
      mediaCoverage({ week: 20 }),
      contractRenewal({ week: 30 }),
      agencyWithdrawal({ week: 45 }),
    ],
    noise: 0.1,
    seed: 3,
  },
  {
    strategies: [extendRelations()],
    parameters: { trustGain: 0.06, lossFactor: 4, formalShare: 0.3, powerTrust: 0.9 },
  },
]

// The model is made faster now and then, never different: a hash that changes is a change of published numbers.
test('runs keep their bits', () => {
  const hashes = [xCommunity(), twoAgencies()].map(network =>
    sha256(
      JSON.stringify(
        scenarios.map(scenario => {
          const result = runScenario(network, scenario)
          const { timeline, changes, hours, withdrawals, measures } = result
          return { timeline, changes, hours, withdrawals, measures, explained: explain(result) }
        }),
      ),
    ).slice(0, 16),
  )
  expect(hashes).toEqual(['0b26b7ccd007b1d2', '72c7a00b3ce0753a'])
})
