// Half of the staff leaves in mid-year: whose trust goes with it, and how long it takes to come back with and without acquaintance.
import { xCommunity } from 'guanxi/cases'
import { introduceWorkers, plainWords, runScenario, type Scenario, smallTalk, staffTurnover } from 'guanxi/scenarios'

const network = xCommunity()
const run = (scenario: Scenario) => runScenario(network, { weeks: 104, ...scenario }).timeline
const leave = [staffTurnover({ week: 26, share: 0.5 })]
const talk = [smallTalk(), plainWords()]

const plain = run({ strategies: talk })
const struck = run({ strategies: talk, events: leave })
const trusts = { streetTrust: 'street office', communityTrust: 'community', residentsTrust: 'residents' } as const
console.log('Lost in week 26, of what it would have been:')
for (const [outcome, name] of Object.entries(trusts)) {
  const [kept, left] = [plain, struck].map(timeline => timeline[26]!.outcomes[outcome as keyof typeof trusts]!)
  console.log(`  ${name.padEnd(14)} ${(100 * (1 - left! / kept!)).toFixed(0).padStart(3)} %`)
}

const weeksBack = (timeline: typeof plain) => {
  const before = timeline[25]!.outcomes.residentsTrust!
  const back = timeline.findIndex(({ week, outcomes }) => week > 26 && outcomes.residentsTrust! >= before)
  return back < 0 ? 'not within the two years' : `after ${back - 26} weeks`
}
console.log('Residents trust the agency again as they did before:')
console.log(`  with small talk and plain words        ${weeksBack(struck)}`)
console.log(
  `  and introduced by the community        ${weeksBack(run({ strategies: [...talk, introduceWorkers()], events: leave }))}`,
)
console.log(`  with none of it                        ${weeksBack(run({ strategies: [], events: leave }))}`)

// Nobody knows the week beforehand: the same with turnover that strikes once a year on average, over a hundred seeds.
const ends = Array.from(
  { length: 100 },
  (_, seed) =>
    run({ strategies: talk, seed, events: [staffTurnover({ perYear: 1, share: 0.5 })] }).at(-1)!.outcomes
      .residentsTrust!,
).sort((a, b) => a - b)
console.log(
  `Struck once a year on average, residents’ trust after two years is ${ends[49]!.toFixed(2)} (${ends[4]!.toFixed(2)} to ${ends[94]!.toFixed(2)} in nine of ten); never struck, ${plain.at(-1)!.outcomes.residentsTrust!.toFixed(2)}.`,
)
