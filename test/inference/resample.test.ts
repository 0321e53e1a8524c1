import { snapshotFrom } from 'guanxi'
import { describe, expect, test } from 'vitest'
import { pickActors, pickDyads, resampled, tieTable } from '../../src/inference/resample.ts'
import { randomStream } from '../../src/kernel/random.ts'
import { codeOf } from './matrices.ts'

const order = 5
const pairs = Array.from({ length: order * order }, (_, cell) => cell).filter(
  cell => Math.floor(cell / order) < cell % order,
)

/** a → b 1, a → c 2, b → a 3, c → b 4. */
const network = snapshotFrom({
  ids: ['a', 'b', 'c'],
  source: [0, 0, 1, 2],
  target: [1, 2, 0, 1],
  power: [1, 2, 3, 4],
  attributes: { sector: ['x', 'y', 'z'] },
})

function arcsOf({ ids, graph, layers }: typeof network): string[] {
  return ids.flatMap((id, i) =>
    Array.from(graph.outTargets.slice(graph.outOffsets[i], graph.outOffsets[i + 1]), (t, k) =>
      [id, ids[t], layers.get('power')![graph.outOffsets[i]! + k]].join(' '),
    ),
  )
}

describe('by hand', () => {
  test('the table of ties: rows give, columns get', () =>
    expect([...tieTable('here', network)]).toEqual([-1, 0, 1, 2, -1, -1, -1, 3, -1]))
  test('a twice and c: the two a are to each other what the dyad says that stands in, b to c', () => {
    const picks = { actors: Uint32Array.of(0, 0, 2), stand: new Map([[1, 5]]) }
    const again = resampled(network, tieTable('here', network), picks)
    expect(again.ids).toEqual(['a #0', 'a #1', 'c #2'])
    expect(again.attributes.get('sector')).toEqual(['x', 'x', 'z'])
    expect(arcsOf(again)).toEqual(['a #0 c #2 2', 'a #1 a #0 4', 'a #1 c #2 2'])
    expect([...again.graph.inOffsets]).toEqual([0, 1, 1, 3])
    expect([...again.graph.inSources]).toEqual([1, 0, 1])
  })
  test('the actors as they were, and every dyad another: a and b are as c and b were, a and c as b and a', () => {
    const picks = {
      actors: Uint32Array.of(0, 1, 2),
      stand: new Map([
        [1, 7],
        [2, 3],
        [5, 2],
      ]),
    }
    expect(arcsOf(resampled(network, tieTable('here', network), picks))).toEqual([
      'a #0 b #1 4',
      'a #0 c #2 3',
      'b #1 c #2 2',
      'c #2 a #0 1',
    ])
  })
  test('two actors are too few, three are enough', () => {
    const of = (count: number) => snapshotFrom({ count, source: [], target: [] })
    expect(codeOf(() => tieTable('here', of(2)))).toBe('DEGENERATE_TEST')
    expect(tieTable('here', of(3))).toHaveLength(9)
    expect(codeOf(() => tieTable('here', of(5001)))).toBe('DEGENERATE_TEST')
  })
})

describe('what is drawn', () => {
  test('actors: any, equally often; a dyad stands in just where both places hold one actor', () => {
    const counts = new Array<number>(order).fill(0)
    for (let d = 0; d < 400; d++) {
      const { actors, stand } = pickActors(order, randomStream(3, d))
      expect(actors).toHaveLength(order)
      for (const actor of actors) counts[actor]!++
      expect([...stand.keys()]).toEqual(pairs.filter(p => actors[Math.floor(p / order)] === actors[p % order]))
      for (const cell of stand.values()) expect(Math.floor(cell / order)).not.toBe(cell % order)
    }
    // 2,000 draws, 400 an actor: within five standard errors of 18.
    for (const count of counts) expect(Math.abs(count - 400)).toBeLessThan(90)
  })
  test('dyads: a cell off the diagonal for every pair, all twenty equally often', () => {
    const counts = new Map<number, number>()
    for (let d = 0; d < 400; d++) {
      const { actors, stand } = pickDyads(order, randomStream(4, d))
      expect([...actors]).toEqual([0, 1, 2, 3, 4])
      expect([...stand.keys()]).toEqual(pairs)
      for (const cell of stand.values()) counts.set(cell, (counts.get(cell) ?? 0) + 1)
    }
    // 4,000 draws, 200 a cell: within five standard errors of 14.
    expect(counts.size).toBe(20)
    for (const [cell, count] of counts) {
      expect(Math.floor(cell / order)).not.toBe(cell % order)
      expect(Math.abs(count - 200)).toBeLessThan(70)
    }
  })
})
