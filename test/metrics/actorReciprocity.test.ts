import { actorReciprocity, strength } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { obeysLaws } from '../helpers/laws.ts'
import { actorsNamed, fromArcs, golden } from '../helpers/networks.ts'

const layer = { layer: 'resources' }

describe('by hand', () => {
  test('a gives b 3 and gets 1, gives c 2: returned 1, given 4, got for nothing 0', () => {
    const network = fromArcs(
      [
        ['a', 'b', 3],
        ['b', 'a', 1],
        ['a', 'c', 2],
      ],
      actorsNamed('a', 'b', 'c', 'd'),
    )
    const { returned, given, received, weighted, edgewise } = actorReciprocity(network, layer)
    expect([...returned.values]).toEqual([1, 1, 0, 0])
    expect([...given.values]).toEqual([4, 0, 0, 0])
    expect([...received.values]).toEqual([0, 2, 2, 0])
    expect(weighted.toJSON()).toEqual([
      ['a', 2 / 6],
      ['b', 2 / 4],
      ['c', 0],
      ['d', null],
    ])
    expect(edgewise.toJSON()).toEqual([
      ['a', 2 / 3],
      ['b', 1],
      ['c', 0],
      ['d', null],
    ])
    expect(edgewise.reason).not.toBeNull()
  })
  test('a threshold takes weak ties away', () =>
    expect(actorReciprocity(golden(), { ...layer, threshold: 3 }).edgewise.get('1')).toBe(0))
})

describe('edges of the domain', () => {
  test('no actors: empty; no ties: 0 and null', () => {
    expect(actorReciprocity(fromArcs([], [])).returned.toJSON()).toEqual([])
    const { returned, weighted } = actorReciprocity(fromArcs([], actorsNamed('a')), layer)
    expect([returned.get('a'), weighted.get('a')]).toEqual([0, null])
  })
})

describe('laws', () => {
  obeysLaws(
    network => {
      const { weighted, edgewise } = actorReciprocity(network, layer)
      return { weighted, edgewise }
    },
    { range: [0, 1], underScaling: 'same', underTransposition: 'same' },
  )
  obeysLaws(
    network => {
      const { returned, given, received } = actorReciprocity(network, layer)
      return { returned, given, received }
    },
    { range: [0, Infinity], underScaling: 'scaled' },
  )
  test('returned + given = out-strength, returned + received = in-strength', () => {
    const { returned, given, received } = actorReciprocity(golden(), layer)
    for (const [id, out] of strength(golden(), { ...layer, direction: 'out' }))
      expect(returned.get(id)! + given.get(id)!).toBe(out)
    for (const [id, got] of strength(golden(), { ...layer, direction: 'in' }))
      expect(returned.get(id)! + received.get(id)!).toBe(got)
  })
})
