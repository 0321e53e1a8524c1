import { describe, expect, test } from 'vitest'
import { randomStream } from '../../src/kernel/random.ts'

const draw = (count: number, seed: number, ...path: number[]) => {
  const stream = randomStream(seed, ...path)
  return Array.from({ length: count }, () => stream.uniform())
}

describe('streams', () => {
  test('the same bits for the same seed and path; these stay the same from release to release', () => {
    expect(draw(3, 1)).toEqual(draw(3, 1))
    const stream = randomStream(42, 7)
    expect([stream.uint32(), stream.uint32(), stream.uint32()]).toMatchSnapshot()
  })
  test('neighbouring seeds and paths share nothing', () => {
    const all = [
      draw(50, 1),
      draw(50, 2),
      draw(50, -1),
      draw(50, 1, 0),
      draw(50, 1, 1),
      draw(50, 1, 0, 0),
      draw(50, 2 ** 40),
    ].flat()
    expect(new Set(all).size).toBe(all.length)
  })
  test('uniform: mean 1/2, variance 1/12, correlation of neighbouring streams 0', () => {
    const n = 100_000
    const a = draw(n, 1, 5)
    const b = draw(n, 1, 6)
    const mean = a.reduce((s, x) => s + x, 0) / n
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / n))
    const variance = a.reduce((s, x) => s + (x - mean) ** 2, 0) / n
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.001)
    const covariance = a.reduce((s, x, i) => s + (x - 0.5) * (b[i]! - 0.5), 0) / n
    expect(Math.abs(covariance * 12)).toBeLessThan(4 / Math.sqrt(n))
  })
  test('below: every integer equally often, also where 2³² is no multiple', () => {
    const stream = randomStream(3)
    const counts = new Uint32Array(7)
    for (let i = 0; i < 70_000; i++) counts[stream.below(7)]!++
    const chiSquare = counts.reduce((s, c) => s + (c - 10_000) ** 2 / 10_000, 0)
    expect(chiSquare).toBeLessThan(22.5) // 0.1 % point of 6 degrees of freedom
    for (let i = 0; i < 1000; i++) expect(stream.below(3_000_000_000)).toBeLessThan(3_000_000_000)
  })
  test('normal: mean 0, variance 1, fourth moment 3', () => {
    const stream = randomStream(9)
    const x = Array.from({ length: 100_000 }, () => stream.normal())
    const moment = (k: number) => x.reduce((s, v) => s + v ** k, 0) / x.length
    expect(Math.abs(moment(1))).toBeLessThan(0.013)
    expect(Math.abs(moment(2) - 1)).toBeLessThan(0.02)
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.15)
  })
  test('shuffle: each of the six orders of three equally often', () => {
    const stream = randomStream(11)
    const counts = new Map<string, number>()
    for (let i = 0; i < 12_000; i++) {
      const order = stream.shuffle([0, 1, 2]).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(6)
    expect([...counts.values()].reduce((s, c) => s + (c - 2000) ** 2 / 2000, 0)).toBeLessThan(20.5)
  })
})
