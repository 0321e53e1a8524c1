// The paper's three strategies, alone and together: what each brings in a year, and what each contributes to the whole.
import { xCommunity } from 'guanxi/cases'
import {
  buildAlliance,
  compareScenarios,
  contribution,
  explain,
  extendRelations,
  mechanismLabels,
  sustainCooperation,
} from 'guanxi/scenarios'

const network = xCommunity()
const strategies = [sustainCooperation(), buildAlliance(), extendRelations()]
const comparison = compareScenarios(network, [
  { name: 'as it is', strategies: [] },
  ...strategies.map(strategy => ({ name: strategy.label.en, strategies: [strategy] })),
  { name: 'all three', strategies },
])

console.log('After a year                 voice  delivery  residents’ trust')
for (const { name, timeline } of comparison.scenarios) {
  const { voice, delivery, residentsTrust } = timeline.at(-1)!.outcomes
  console.log(`${name.padEnd(28)} ${voice!.toFixed(2)}   ${delivery!.toFixed(2)}      ${residentsTrust!.toFixed(2)}`)
}
console.log(`Beaten by no other on voice and delivery both: ${comparison.pareto.join(', ')}`)

const { terms, outcomes } = contribution(network, { strategies })
for (const name of ['voice', 'delivery'] as const) {
  const { change } = outcomes.find(({ outcome }) => outcome === name)!
  console.log(`\nOf ${change!.toFixed(3)} more ${name}, fairly shared (Shapley), and what would be lost without it:`)
  for (const { label, shapley, leaveOneOut } of terms.filter(({ outcome }) => outcome === name))
    console.log(`  ${label.en.padEnd(28)} ${shapley!.toFixed(3).padStart(6)}   ${leaveOneOut!.toFixed(3).padStart(6)}`)
}

console.log('\nWhat moved the community’s trust in the agency, with all three:')
const rows = explain(comparison.scenarios.at(-1)!).changes
const trust = rows.find(row => row.source === 'community' && row.target === 'agency' && row.layer === 'trust')!
for (const { mechanism, amount } of trust.parts)
  console.log(`  ${mechanismLabels[mechanism].en.padEnd(24)} ${amount.toFixed(3).padStart(6)}`)
console.log(`  together from ${trust.before.toFixed(2)} to ${trust.after.toFixed(2)}`)
