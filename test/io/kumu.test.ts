import type { GuanxiError } from 'guanxi'
import { readKumu, writeKumu } from 'guanxi/io'
import { describe, expect, test } from 'vitest'
import { rich } from './helpers.ts'

const read = (file: object) => readKumu(JSON.stringify(file))
const issues = (file: object) => {
  try {
    read(file)
  } catch (error) {
    return (error as GuanxiError).issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  }
  return []
}

describe('readKumu', () => {
  test('a blueprint as in the documentation: labels are ids, type is the kind, fields are attributes', () => {
    const { network } = read({
      elements: [
        { label: 'A', type: 'Letter', description: 'This is A', tags: ['one', 'two'] },
        { label: 'B', type: 'Letter', 'Favorite Dessert': 'shave ice' },
      ],
      connections: [{ from: 'A', to: 'B', type: 'likes' }],
    })
    expect(network.getNodeAttributes('A')).toEqual({ kind: 'Letter', description: 'This is A', tags: ['one', 'two'] })
    expect(network.getNodeAttribute('B', 'Favorite Dessert')).toBe('shave ice')
    expect(network.mapEdges((_, tie, source, target) => [source, target, tie])).toEqual([['A', 'B', { type: 'likes' }]])
  })
  test('the JSON that Kumu exports: attributes within attributes, element type, connections by _id', () => {
    const { network, losses } = read({
      elements: [
        { _id: 'elem-1', attributes: { label: '社区', 'element type': 'community' } },
        { _id: 'elem-2', attributes: { label: '居民', 'element type': 'residents' } },
      ],
      connections: [{ _id: 'conn-1', from: 'elem-1', to: 'elem-2', direction: 'mutual', attributes: { trust: 0.5 } }],
      loops: [{ _id: 'loop-1' }],
    })
    expect(network.getNodeAttributes('elem-1')).toEqual({ kind: 'community', label: '社区' })
    expect(network.mapEdges((_, tie, source) => [source, tie.trust])).toEqual([
      ['elem-1', 0.5],
      ['elem-2', 0.5],
    ])
    expect(losses).toEqual(['loops are left out', '1 mutual connection read as two ties each, one each way'])
  })
  test('every fault with its place: a label that several bear, nobody of this name, no direction, no object', () => {
    const elements = [{ id: 1, label: 'A' }, { id: 2, label: 'A' }, { label: 'B' }, 7]
    expect(
      issues({
        elements,
        connections: [{ from: 'A', to: 'B' }, { from: 1, to: 'C' }, { from: 2, to: 'B', direction: 'up' }, null],
      }),
    ).toEqual([
      'elements.3: expected an object, got 7',
      'connections.0.from: several elements are called "A"; connect them by id',
      'connections.2.direction: expected directed, mutual or undirected, got "up"',
      'connections.3: expected an object, got null',
      'connections.1.target: no actor has the id "C"',
    ])
    expect(issues({ nodes: [] })).toEqual(['elements: expected an array, got undefined'])
  })
})

describe('writeKumu', () => {
  test('fields hold what Kumu can hold; the rest is JSON in a field that says so; names that Kumu needs are a loss', () => {
    const network = rich()
    network.setNodeAttribute('2', 'type', 'x')
    const { text, losses } = writeKumu(network, { lang: 'zh' })
    const { elements, connections } = JSON.parse(text)
    expect(elements[0]).toMatchObject({ id: 'street', label: '街道办', type: 'street-office', staff: 12, open: true })
    expect(elements[2]['tags:json']).toBe('["a",{"b":null}]')
    expect(connections[0]).toMatchObject({ from: 'street', to: '社工 机构', direction: 'directed', power: 0.8 })
    expect(losses).toEqual([
      'attributes of the network (name) are left out',
      'the attribute type is left out: Kumu needs the name for itself',
    ])
  })
})
