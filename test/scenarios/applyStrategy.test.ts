import { toDocument } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import {
  applyStrategy,
  buildAlliance,
  chaseIndicators,
  introduceWorkers,
  linkPartners,
  openChannel,
  refuseChores,
  smallTalk,
} from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'

const network = xCommunity()
const trustChange = (strategy: Parameters<typeof applyStrategy>[1], source: string) => {
  const row = applyStrategy(network, strategy).changes.find(
    change => change.source === source && change.target === 'agency' && change.layer === 'trust',
  )
  return row ? row.after - row.before : 0
}

describe('by hand', () => {
  test('three hours of reports a week, taken in fully: reportEffect · 3/(3 + 3) · (1 − t) of the street office’s trust', () => {
    expect(trustChange(openChannel({ hoursPerWeek: 3 }), 'street')).toBeCloseTo(0.6 * 0.5 * (1 - 0.4), 9)
  })
  test('changes are what differs between the networks before and after', () => {
    const { after, changes } = applyStrategy(network, buildAlliance())
    for (const { source, target, layer, before, after: value } of changes) {
      expect(after.getEdgeAttribute(after.edge(source, target), layer)).toBe(value)
      const edge = network.edge(source, target)
      expect(edge === undefined ? 0 : network.getEdgeAttribute(edge, layer)).toBe(before)
    }
    const moved = new Set(changes.map(({ source, target, layer }) => `${source} ${target} ${layer}`))
    for (const tie of toDocument(after).ties)
      for (const layer of ['power', 'resources', 'trust'] as const) {
        const edge = network.edge(tie.source, tie.target)
        const before = edge === undefined ? 0 : network.getEdgeAttribute(edge, layer)
        expect(moved.has(`${tie.source} ${tie.target} ${layer}`)).toBe(before !== tie[layer])
      }
  })
  test('each way that the paper says: residents open up, partners come, refused chores and heavier indicators cost trust', () => {
    expect(trustChange(smallTalk(), 'residents')).toBeGreaterThan(0)
    expect(trustChange(introduceWorkers(), 'residents')).toBeGreaterThan(0)
    expect(trustChange(linkPartners(), 'media')).toBeGreaterThan(0)
    expect(trustChange(refuseChores(), 'community')).toBeLessThan(0)
  })
})

describe('edges of the domain', () => {
  test('no intensity, no change; indicators are left out of it', () => {
    expect(applyStrategy(network, buildAlliance({ intensity: 0 })).changes).toEqual([])
    expect(applyStrategy(network, chaseIndicators({ load: 5 })).changes).toEqual([])
  })
  test('a faulty strategy is refused, an agency that is not there too', () => {
    expect(() => applyStrategy(network, { kind: 'no-such' } as never)).toThrow(/no-such/)
    expect(() => applyStrategy(network, smallTalk({ agency: 'nobody' }))).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_ACTOR' }),
    )
  })
})

describe('laws', () => {
  test('weeks and ramp do not matter, no time passing; the network is not changed', () => {
    const before = JSON.stringify(network.export())
    const plain = applyStrategy(network, buildAlliance()).changes
    expect(applyStrategy(network, buildAlliance({ startWeek: 20, endWeek: 30, rampWeeks: 9 })).changes).toEqual(plain)
    expect(JSON.stringify(network.export())).toBe(before)
  })
})
