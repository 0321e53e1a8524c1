import { createNetwork } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import { networkView, timelineView, toCytoscape, toD3, toDot, toMermaid, toReactFlow, toSigma } from 'guanxi/view'
import { describe, expect, test } from 'vitest'
import { actorsNamed } from '../helpers/networks.ts'

const view = networkView(xCommunity(), { layer: 'trust' })
const hostile = networkView(
  createNetwork({
    actors: [
      { id: '" ]\n}; x', kind: 'y', label: '"]; click n0 "javascript:alert(1)"\\' },
      { id: 'b', kind: 'y' },
    ],
    ties: [{ source: '" ]\n}; x', target: 'b', trust: 0.5 }],
  }),
)

describe('adapters', () => {
  test('d3: what it writes into its objects does not reach the view', () => {
    const { nodes, links } = toD3(view)
    expect([nodes.length, links.length]).toEqual([view.nodes.length, view.edges.length])
    ;(nodes[0] as { x: number }).x = 1e6
    expect(view.nodes[0]!.x).not.toBe(1e6)
  })
  test('React Flow: the middle of a node is its place', () => {
    const { nodes, edges } = toReactFlow(view)
    nodes.forEach(({ position, width, height }, i) => {
      expect(position.x + width / 2).toBeCloseTo(view.nodes[i]!.x, 9)
      expect(position.y + height / 2).toBeCloseTo(view.nodes[i]!.y, 9)
    })
    expect(edges.map(({ ariaLabel }) => ariaLabel)).toEqual(view.edges.map(({ title }) => title))
  })
  test('DOT: a line an actor and a tie; quotation marks do not end a text', () => {
    expect(toDot(view).split('\n').length).toBe(view.nodes.length + view.edges.length + 4)
    expect(toDot(hostile)).toContain('label="\\"]; click n0 \\"javascript:alert(1)\\"\\\\"')
    expect(toDot(hostile)).toContain('"\\" ]\\n}; x" -> "b"')
  })
  test('Mermaid: user texts are entities, ids are ours', () => {
    const text = toMermaid(hostile)
    expect(text.split('\n')[1]).toBe('  n0["#34;#93;#59; click n0 #34;javascript#58;alert#40;1#41;#34;#92;"]')
    expect(text).toMatch(/n0 -->\|"0.50"\| n1/)
  })
})

describe('drawn as the view says', () => {
  const at = (id: string) => view.nodes.find(node => node.id === id)!
  test('sigma: its y runs upwards, so an arc that bends to the right here bends to the left there', () => {
    const graph = toSigma(view)
    for (const { id, curvature } of view.edges)
      expect(graph.getEdgeAttribute(id, 'curvature')).toBe(curvature === 0 ? 0 : -curvature)
  })
  test('labels stand on the side where the view has set them', () => {
    const sides = new Map(toReactFlow(view).nodes.map(({ id, data }) => [id, data.side]))
    const aligned = new Map(toCytoscape(view).elements.nodes.map(({ data }) => [data.id, [data.valign, data.halign]]))
    const agency = at('agency').labelBox!
    expect(agency.x + agency.width).toBeLessThan(at('agency').x)
    expect([sides.get('agency'), aligned.get('agency')]).toEqual(['left', ['center', 'left']])
    expect(at('residents').labelBox!.y).toBeGreaterThan(at('residents').y)
    expect([sides.get('residents'), aligned.get('residents')]).toEqual(['below', ['bottom', 'center']])
  })
  test('React Flow: dots are round and heads in pixels, whatever the width', () => {
    const [edge] = toReactFlow(view).edges
    expect(edge!.style).toMatchObject({ strokeLinecap: 'round', strokeDasharray: expect.stringMatching(/^0\.1 /) })
    expect(edge!.markerEnd.markerUnits).toBe('userSpaceOnUse')
  })
})

describe('timeline', () => {
  const at = (ids: string[], trust: number) =>
    createNetwork({ actors: actorsNamed(...ids), ties: [{ source: 'a', target: 'b', trust }] })
  test('an actor keeps its place through time, also when it comes later', () => {
    const { views } = timelineView([at(['a', 'b'], 0.2), at(['a', 'b', 'c'], 0.4), at(['a', 'c', 'b'], 0.8)])
    const place = (k: number, id: string) => {
      const { x, y } = views[k]!.nodes.find(node => node.id === id)!
      return [x, y]
    }
    for (const id of ['a', 'b']) expect([place(1, id), place(2, id)]).toEqual([place(0, id), place(0, id)])
    expect(place(2, 'c')).toEqual(place(1, 'c'))
    expect(views.map(({ edges }) => edges[0]!.width)).toEqual([1.2, 2.4, 4.8])
  })
  test('no times, and what is no list', () => {
    expect(timelineView([]).views).toEqual([])
    expect(() => timelineView({} as never)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
  })
})
