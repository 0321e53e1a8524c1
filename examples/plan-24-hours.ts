// What to do with 24 hours a week: the best mix of practices for voice and delivery, and what it rests on.
import { xCommunity } from 'guanxi/cases'
import { planStrategies, practiceLabels } from 'guanxi/scenarios'

const plan = planStrategies(xCommunity(), { hoursPerWeek: 24, weeks: 52, objectives: ['voice', 'delivery'], seed: 1 })
const inWords = (hours: object) =>
  Object.entries(hours)
    .map(([practice, given]) => `${practiceLabels[practice as keyof typeof practiceLabels].en} ${given} h`)
    .join(', ') || 'nothing'

console.log(`${plan.evaluated} plans were run${plan.exact ? ', all there are in portions of 4 hours' : ''}.`)
console.log(`Best for both: ${inWords(plan.best.hours)}`)
console.log(`  score ${plan.best.score.toFixed(3)}, against ${plan.baseline.score.toFixed(3)} without`)
console.log(`One more hour a week would add ${plan.marginal.perHour.toFixed(4)}.`)
console.log(`Mixes that no other beats on voice and delivery both:`)
for (const { hours, outcomes } of plan.pareto)
  console.log(`  voice ${outcomes.voice?.toFixed(3)}, delivery ${outcomes.delivery?.toFixed(3)}: ${inWords(hours)}`)
const [best, baseline] = plan.regret
console.log(
  `Over sampled assumptions the best plan falls behind by ${best!.mean.toFixed(3)} on average, doing nothing by ${baseline!.mean.toFixed(3)}.`,
)
