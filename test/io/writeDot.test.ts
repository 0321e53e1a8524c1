import { execFileSync } from 'node:child_process'
import { writeDot } from 'guanxi/io'
import { describe, expect, test } from 'vitest'
import { rich } from './helpers.ts'

function hasGraphviz(): boolean {
  try {
    execFileSync('dot', ['-V'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('writeDot', () => {
  test('says what it leaves out', () => {
    expect(writeDot(rich()).losses).toEqual([
      'the attribute tags is left out where it is a list or an object',
      'the attribute evidence is left out where it is a list or an object',
    ])
  })
  test.skipIf(!hasGraphviz())('Graphviz reads every actor, tie and value (skipped where dot is not installed)', () => {
    const network = rich()
    const json = JSON.parse(execFileSync('dot', ['-Tdot_json'], { input: writeDot(network).text, encoding: 'utf8' }))
    expect(json.name).toBe('a \\"rich\\" <network> & 关系'.replaceAll('\\"', '"'))
    const names = (json.objects as { name: string }[]).map(({ name }) => name)
    expect(names).toEqual(network.nodes())
    expect(json.objects[0]).toMatchObject({
      kind: 'street-office',
      label: 'Street office',
      'label.zh': '街道办',
      staff: '12',
    })
    const arcs = (json.edges as { tail: number; head: number; power?: string }[]).map(({ tail, head, power }) => [
      names[tail],
      names[head],
      power === undefined || power === '' ? null : Number(power),
    ])
    const ours = network.mapEdges((_, { power }, source, target) => [source, target, power ?? null])
    expect(arcs.sort()).toEqual(ours.sort())
  })
})
