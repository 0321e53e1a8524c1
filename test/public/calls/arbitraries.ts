import fc from 'fast-check'
import { createNetwork, type RelationNetwork, toDocument } from 'guanxi'
import { xCommunity } from 'guanxi/cases'

export const layer = fc.constantFrom('power', 'resources', 'trust')
export const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
export const missing = maybe(fc.constantFrom<unknown>('error', 'skip', 0, 1))
export const zeroOrMore = fc.double({ min: 0, max: 10, noNaN: true })
export const ties = { layer: maybe(layer), missing }
/** A threshold needs a layer. */
export const binary = { layer, missing, threshold: maybe(zeroOrMore) }
export const withLayer = { layer, missing }
export const someLayers = maybe(fc.subarray(['power', 'resources', 'trust'], { minLength: 1 }))
export const layers = { layers: someLayers, missing }
export const direction = maybe(fc.constantFrom('out', 'in', 'total'))
export const group = fc.constant('sector')
export const flag = maybe(fc.boolean())
export const share = fc.double({ min: 0.05, max: 0.95, noNaN: true })
export const seed = fc.integer({ min: -1000, max: 1000 })

const rating = fc.double({ min: 0, max: 1, noNaN: true })

/** The case with ratings of its own: any value or unknown in place of each, and some ties left out. */
export const caseNetworks: fc.Arbitrary<RelationNetwork> = fc
  .array(fc.tuple(rating, fc.integer({ min: 0, max: 9 })), {
    minLength: 60,
    maxLength: 60,
  })
  .map(draws => {
    const hasUnknown = draws[0]![1] < 3 // most have none, or a run would mostly be refused
    const { actors, ties } = toDocument(xCommunity())
    return createNetwork({
      actors,
      ties: ties
        .map((tie, k) => {
          const [value, fate] = draws[k % draws.length]!
          if (fate === 0) return null
          const layers = ['power', 'resources', 'trust'] as const
          const drawn = layers.map(name => [
            name,
            hasUnknown && fate === 1 && name === 'trust' ? null : tie[name] == null ? tie[name] : value,
          ])
          return { ...tie, ...Object.fromEntries(drawn) }
        })
        .filter(tie => tie !== null),
    })
  })
