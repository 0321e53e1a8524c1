// A strategy of one's own: a tea house. Run, compared, planned with and saved like any other.
import { xCommunity } from 'guanxi/cases'
import {
  applyStrategy,
  assumptionsOf,
  buildAlliance,
  combine,
  compareScenarios,
  defineStrategy,
  openChannel,
  planStrategies,
  runScenario,
  scale,
  schedule,
} from 'guanxi/scenarios'

const network = xCommunity()
const teaHouse = defineStrategy({
  kind: 'tea-house',
  label: { zh: '社区茶馆', en: 'tea house' },
  intervention: 'induction',
  hoursPerWeek: 6,
  practices: { 'small-talk': 0.5, 'introduce-workers': 0.25, 'find-common-ground': 0.25 },
})

const pulls = applyStrategy(network, teaHouse).changes.filter(
  ({ layer, target }) => layer === 'trust' && target === 'agency',
)
console.log(`It pulls at the trust of ${pulls.map(({ source }) => source).join(' and ')}.`)
console.log(
  `It rests on ${assumptionsOf(teaHouse)
    .map(({ name }) => name)
    .join(', ')}.`,
)

// First reports for a quarter, then the tea house at half, then in full beside the alliance.
const inTurn = schedule([
  { strategies: [openChannel()], weeks: 13 },
  { strategies: [scale(teaHouse, 0.5)], weeks: 13 },
  { strategies: [combine([teaHouse, buildAlliance()], { kind: 'open-house', label: 'open house' })], weeks: null },
])
const { scenarios } = compareScenarios(network, [
  { name: 'as it is', strategies: [] },
  { name: 'alliance', strategies: [buildAlliance()] },
  { name: 'tea house', strategies: [teaHouse] },
  { name: 'one after the other', strategies: inTurn },
])
for (const { name, timeline } of scenarios) {
  const { voice, delivery } = timeline.at(-1)!.outcomes
  console.log(`${name.padEnd(20)} voice ${voice!.toFixed(3)}, delivery ${delivery!.toFixed(3)}`)
}

const { best } = planStrategies(network, {
  hoursPerWeek: 16,
  seed: 1,
  strategies: [teaHouse, buildAlliance(), openChannel()],
})
console.log(
  `Of 16 hours a week: ${Object.entries(best.hours)
    .map(([kind, hours]) => `${kind} ${hours}`)
    .join(', ')}`,
)

const saved = JSON.stringify({ name: 'one after the other', strategies: inTurn, weeks: 52 })
const again = runScenario(network, JSON.parse(saved)).timeline.at(-1)!.outcomes.voice
console.log(`Saved, read back and run again: the same, ${again === scenarios.at(-1)!.timeline.at(-1)!.outcomes.voice}`)
