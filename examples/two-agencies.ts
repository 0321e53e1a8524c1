// Two agencies, three communities, one street office: what the alliance of one agency brings it, and what it means for the other.
import { createNetwork } from 'guanxi'
import { standing } from 'guanxi/metrics'
import { buildAlliance, planStrategies, runScenario } from 'guanxi/scenarios'

const both = (
  a: string,
  b: string,
  [power, resources, trust]: readonly number[],
  [powerBack, resourcesBack, trustBack]: readonly number[],
) => [
  { source: a, target: b, power: power!, resources: resources!, trust: trust! },
  { source: b, target: a, power: powerBack!, resources: resourcesBack!, trust: trustBack! },
]
const served = [
  ['east', 'old-town', 'old-town-residents'],
  ['east', 'harbour', 'harbour-residents'],
  ['west', 'hill', 'hill-residents'],
] as const

const network = createNetwork({
  actors: [
    { id: 'street', kind: 'street-office', label: { zh: '街道办', en: 'Street office' } },
    ...['east', 'west'].map(id => ({ id, kind: 'social-work-agency' })),
    ...served.flatMap(([, community, residents]) => [
      { id: community, kind: 'community' },
      { id: residents, kind: 'residents' },
    ]),
  ],
  ties: [
    ...both('street', 'east', [0.8, 0.7, 0.4], [0.1, 0.3, 0.6]),
    ...both('street', 'west', [0.8, 0.7, 0.4], [0.1, 0.3, 0.6]),
    ...served.flatMap(([agency, community, residents]) => [
      ...both('street', community, [0.8, 0.7, 0.6], [0.2, 0.3, 0.7]),
      ...both(community, agency, [0.6, 0.3, 0.4], [0.15, 0.3, 0.6]),
      ...both(community, residents, [0.5, 0.4, 0.6], [0.2, 0.2, 0.7]),
      ...both(agency, residents, [0.2, 0.3, 0.5], [0.1, 0.1, 0.2]),
    ]),
  ],
})

const show = (title: string, after: typeof network) => {
  const voices = ['east', 'west'].map(of => `${of} ${standing(after, { of }).voice!.toFixed(3)}`)
  console.log(`${title.padEnd(38)} voice: ${voices.join(', ')}`)
}
show('at the start', network)
show('a year later, nothing tried', runScenario(network, { strategies: [] }).after)
const { after, changes } = runScenario(network, { strategies: [buildAlliance({ agency: 'east' })] })
show('a year later, east builds an alliance', after)

console.log('The hours are shared by the communities of east; trust in it after the year:')
for (const { source, before, after: now } of changes.filter(row => row.target === 'east' && row.layer === 'trust'))
  if (source === 'old-town' || source === 'harbour')
    console.log(`  ${source.padEnd(10)} ${before} to ${now.toFixed(2)}`)

const plan = planStrategies(network, { hoursPerWeek: 12, agency: 'west', seed: 1 })
console.log(`What west should do with 12 hours a week: ${JSON.stringify(plan.best.hours)}`)
