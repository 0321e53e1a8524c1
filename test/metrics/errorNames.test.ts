import { createNetwork, GuanxiError } from 'guanxi'
import * as metrics from 'guanxi/metrics'
import { expect, test } from 'vitest'

/** A network in which every layer has an unknown value. */
const network = createNetwork({
  actors: ['a', 'b', 'c', 'd'].map((id, i) => ({ id, kind: 'community', sector: i % 2 ? 'x' : 'y' })),
  ties: [
    { source: 'a', target: 'b', power: 0.5, resources: 3, trust: 0.4 },
    { source: 'b', target: 'a', power: null, resources: 1, trust: 0.2 },
    { source: 'b', target: 'c', power: 0.5, resources: null, trust: 0.1 },
    { source: 'c', target: 'd', power: 0.5, resources: 2, trust: null },
    { source: 'd', target: 'a', power: 0.1, resources: 2, trust: 0.9 },
  ],
})
const more = [
  {},
  { of: 'degree' },
  { of: 'betweenness' },
  { beta: 0.1 },
  { alpha: 0.1 },
  { group: 'sector' },
  { layers: ['trust', 'power'] },
  { missing: 'no' },
  { layer: 'nothing' },
  { noSuch: 1 },
]

// A measure that builds on another would otherwise blame a function that nobody called.
test.each(Object.entries(metrics))('%s: every error begins with its name', (name, given) => {
  const measure = given as (network: unknown, options: unknown) => unknown
  let refused = 0
  for (const options of more)
    try {
      measure(network, { layer: 'trust', ...options })
    } catch (error) {
      expect(error).toBeInstanceOf(GuanxiError)
      expect((error as Error).message).toMatch(new RegExp(`^${name}: `))
      refused++
    }
  expect(refused).toBeGreaterThan(0)
})
