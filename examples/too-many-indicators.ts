// Too many indicators: what heavier paperwork does to service and trust, when the agency has to leave, and what eases it.
import { xCommunity } from 'guanxi/cases'
import { chaseIndicators, contractRenewal, linkPartners, runScenario, type Scenario } from 'guanxi/scenarios'

const network = xCommunity()
const year = (scenario: Partial<Scenario>) => {
  const { hours, timeline, withdrawals } = runScenario(network, { strategies: [], weeks: 52, ...scenario })
  const spent = (use: string) => hours.reduce((sum, week) => sum + (week.spent[use] ?? 0), 0) / hours.length
  const left = withdrawals[0] ? `, withdraws in week ${withdrawals[0].week}` : ''
  const trust = timeline.at(-1)!.outcomes.communityTrust!
  return `paperwork ${spent('paperwork').toFixed(0)} h, service ${spent('service').toFixed(0)} h a week; community’s trust ${trust.toFixed(2)}${left}`
}
const heavy = (load: number) => chaseIndicators({ load, rampWeeks: 0 })

console.log('Indicators as they are, half as many again, twice, two and a half times:')
for (const load of [1, 1.5, 2, 2.5]) console.log(`  × ${load}: ${year({ strategies: [heavy(load)] })}`)
console.log('At twice the indicators:')
console.log(`  two workers more:       ${year({ strategies: [heavy(2)], workplan: { staff: 5 } })}`)
console.log(`  twice the term:         ${year({ strategies: [heavy(2)], workplan: { termWeeks: 104 } })}`)
console.log(`  one activity for many:  ${year({ strategies: [heavy(2), linkPartners({ hoursPerWeek: 9 })] })}`)
console.log(
  `  renewed in week 26:     ${year({ strategies: [heavy(2)], events: [contractRenewal({ week: 26, load: 0.5 })] })}`,
)
