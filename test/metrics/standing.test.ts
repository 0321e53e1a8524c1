import { createNetwork } from 'guanxi'
import { standing } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'

const actors = [
  { id: 'g', kind: 'street-office' },
  { id: 'a', kind: 'social-work-agency' },
  { id: 'u', kind: 'residents' },
]
const tie = (source: string, target: string, power: number, resources: number, trust: number | null) => ({
  source,
  target,
  power,
  resources,
  trust,
})

describe('by hand', () => {
  const network = createNetwork({
    actors,
    ties: [tie('g', 'a', 0.75, 1, 0.36), tie('a', 'g', 0.25, 0, 0), tie('a', 'u', 0, 0.5, 0), tie('u', 'a', 0, 0, 0.5)],
  })
  test('voice: √(0.25 / (0.25 + 0.75) · 0.36) = 0.3', () =>
    expect(standing(network, { of: 'a' }).voice).toBeCloseTo(0.3, 12))
  test('delivery: (1/(1+1) · 0.5 · 0.5)^⅓ = 0.5', () =>
    expect(standing(network, { of: 'a' }).delivery).toBeCloseTo(0.5, 12))
  test('resources above 1 are divided by the largest', () => {
    const large = network.copy() as typeof network
    large.updateEachEdgeAttributes((_, attributes) => ({ ...attributes, resources: attributes.resources! * 1000 }))
    expect(standing(large, { of: 'a' }).delivery).toBeCloseTo(0.5, 12)
  })
  test('a kind of one’s own with the role of a host counts as governing', () => {
    const own = createNetwork({
      actors: [{ id: 'v', kind: 'village' }, ...actors.slice(1)],
      ties: [tie('v', 'a', 0.5, 0, 0.5), tie('a', 'v', 0.5, 0, 0)],
    })
    expect(standing(own, { of: 'a' }).voice).toBeNull()
    expect(standing(own, { of: 'a', roles: { village: 'host' } }).voice).toBeCloseTo(0.5, 12)
  })
})

describe('edges of the domain', () => {
  test('nobody governs, nobody is served: null', () => {
    expect(standing(createNetwork({ actors: [actors[1]!], ties: [] }), { of: 'a' })).toEqual({
      voice: null,
      delivery: null,
    })
  })
  test('an unknown value is an error until told what it counts', () => {
    const network = createNetwork({ actors, ties: [tie('g', 'a', 1, 1, null)] })
    expect(() => standing(network, { of: 'a' })).toThrow(expect.objectContaining({ code: 'MISSING_VALUE' }))
    expect(standing(network, { of: 'a', missing: 1 }).voice).toBe(0)
  })
  test.each([
    ['of', ['', 7]],
    ['roles', [null, 'host']],
    ['missing', [-1, Number.NaN, 'skip']],
  ])('%s is checked', (option, values) => {
    for (const value of values)
      expect(() => standing(createNetwork({ actors, ties: [] }), { of: 'a', [option]: value } as never)).toThrow(
        expect.objectContaining({ code: 'INVALID_OPTION', message: expect.stringMatching(/^standing: /) }),
      )
    expect(() => standing(createNetwork({ actors, ties: [] }), {} as never)).toThrow(/^standing: option of is required/)
  })
  test('only the public is served, only who governs is spoken to, and nobody speaks to itself', () => {
    const network = createNetwork({
      actors: [...actors, { id: 'm', kind: 'media' }, { id: 'c', kind: 'community' }],
      ties: [
        tie('a', 'u', 0.5, 0.5, 0.9),
        tie('u', 'a', 0.5, 0, 0.5),
        tie('a', 'm', 0.5, 1, 0.9),
        tie('m', 'a', 0.5, 1, 0.9),
        tie('c', 'a', 0, 0, 0.5),
        tie('a', 'c', 0.5, 0, 0),
        tie('g', 'a', 0, 0, 1),
      ],
    })
    // Of g no power runs either way; c leaves all the say to a and trusts it by half. Supplied: 1 by m.
    const { voice, delivery } = standing(network, { of: 'a' })
    expect(voice).toBeCloseTo(Math.sqrt(0.5), 12)
    expect(delivery).toBeCloseTo(Math.cbrt(0.5 * 0.5 * 0.5), 12)
  })
  test('an actor who is not there', () =>
    expect(() => standing(createNetwork({ actors, ties: [] }), { of: 'x' })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_ACTOR' }),
    ))
})

describe('laws', () => {
  const at = (power: number, trust: number, resources: number) =>
    standing(
      createNetwork({
        actors,
        ties: [
          tie('g', 'a', 0.5, resources, trust),
          tie('a', 'g', power, 0, 0),
          tie('a', 'u', 0, resources, 0),
          tie('u', 'a', 0, 0, trust),
        ],
      }),
      { of: 'a' },
    )
  test('voice rises with say and with trust, delivery with resources and with trust; both keep to [0, 1]', () => {
    const steps = [0, 0.25, 0.5, 0.75, 1]
    for (const x of steps)
      for (const y of steps.slice(1)) {
        expect(at(y, x, 1).voice!).toBeGreaterThanOrEqual(at(y - 0.25, x, 1).voice!)
        expect(at(x, y, 1).voice!).toBeGreaterThanOrEqual(at(x, y - 0.25, 1).voice!)
        expect(at(0, x, y).delivery!).toBeGreaterThanOrEqual(at(0, x, y - 0.25).delivery!)
        for (const value of Object.values(at(x, y, y))) expect(value! >= 0 && value! <= 1).toBe(true)
      }
  })
})
