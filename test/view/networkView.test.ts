import fc from 'fast-check'
import { createNetwork, type RelationNetwork } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import { hierarchy } from 'guanxi/metrics'
import { compareView, type NetworkView, networkView, toCytoscape, toSigma, toSvg, type ViewEdge } from 'guanxi/view'
import { describe, expect, test } from 'vitest'
import { actorsNamed, drawnNetworks, toNetwork } from '../helpers/networks.ts'

/** Actors as squares, and labels: pairs that cover each other. */
function collisions({ nodes }: NetworkView): string[] {
  const boxes = nodes.flatMap(({ id, x, y, size, labelBox }) => [
    { id, left: x - size, right: x + size, top: y - size, bottom: y + size },
    ...(labelBox
      ? [
          {
            id: `label of ${id}`,
            left: labelBox.x,
            right: labelBox.x + labelBox.width,
            top: labelBox.y,
            bottom: labelBox.y + labelBox.height,
          },
        ]
      : []),
  ])
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(b => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map(b => `${a.id} and ${b.id}`),
  )
}

function ring(count: number, label: (i: number) => string): RelationNetwork {
  return createNetwork({
    actors: Array.from({ length: count }, (_, i) => ({ id: `v${i}`, kind: `kind ${i % 4}`, label: label(i) })),
    ties: Array.from({ length: 3 * count }, (_, k) => ({
      source: `v${k % count}`,
      target: `v${((k % count) + 1 + 7 * Math.floor(k / count)) % count}`,
      trust: ((k * 37) % 100) / 100,
    })),
  })
}

/** A ring of actors who all trust their neighbours and are trusted by them. */
function twoWay(count: number): RelationNetwork {
  return createNetwork({
    actors: Array.from({ length: count }, (_, i) => ({ id: `v${i}`, kind: 'x' })),
    ties: Array.from({ length: 2 * count }, (_, k) => ({
      source: `v${k % count}`,
      target: `v${((k % count) + (k < count ? 1 : count - 1)) % count}`,
      trust: ((k * 37) % 100) / 100 + 0.01,
    })),
  })
}

/** WCAG 2.2, 1.4.3. */
function contrast(a: string, b: string): number {
  const luminance = (color: string) => {
    const [r, g, blue] = [1, 3, 5].map(i => {
      const s = Number.parseInt(color.slice(i, i + 2), 16) / 255
      return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * blue!
  }
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

describe('places', () => {
  test('are the same each time, and others with another seed', () => {
    const network = ring(20, i => `actor ${i}`)
    expect(networkView(network, { seed: 1 })).toEqual(networkView(network, { seed: 1 }))
    expect(networkView(network, { seed: 2 }).nodes[0]).not.toEqual(networkView(network, { seed: 1 }).nodes[0])
  })
  test('of the roles: street office above community above agency above residents, partners at the side', () => {
    const { nodes } = networkView(xCommunity())
    const at = new Map(nodes.map(node => [node.id, node]))
    const heights = ['street', 'community', 'agency', 'residents'].map(id => at.get(id)!.y)
    expect(heights).toEqual([...heights].sort((a, b) => a - b))
    const main = Math.max(...['street', 'community', 'agency', 'residents'].map(id => at.get(id)!.x))
    for (const id of at.keys())
      if (!['street', 'community', 'agency', 'residents'].includes(id)) expect(at.get(id)!.x).toBeGreaterThan(main)
  })
  test('of the levels: givers of power above those whom they direct', () => {
    const { nodes } = networkView(xCommunity(), { layout: 'levels', layer: 'power' })
    const y = (id: string) => nodes.find(node => node.id === id)!.y
    expect(y('street')).toBeLessThan(y('community'))
    expect(y('community')).toBeLessThan(y('agency'))
  })
  test('of the levels: as high as `hierarchy` says, on any network, an unknown value without its dyad', () => {
    fc.assert(
      fc.property(drawnNetworks({ minActors: 2 }), drawn => {
        const network = toNetwork(drawn)
        if (network.size > 0) network.setEdgeAttribute(network.edges()[0]!, 'resources', null)
        const { levels } = hierarchy(network, { layer: 'resources', missing: 'skip' })
        const { nodes } = networkView(network, { layout: 'levels', layer: 'resources' })
        for (const { id, y } of nodes) expect(Math.abs(y / 140 - levels.get(id)!)).toBeLessThan(1e-3)
      }),
      { numRuns: 100, seed: 3 },
    )
    const negative = createNetwork({ actors: actorsNamed('a', 'b'), ties: [{ source: 'a', target: 'b', gain: -1 }] })
    expect(() => networkView(negative, { layout: 'levels', layer: 'gain' })).toThrow(
      expect.objectContaining({ code: 'INVALID_VALUE' }),
    )
  })
  test('given places are kept', () => {
    const places = [
      { id: 'a', x: 5, y: -7 },
      { id: 'b', x: 100, y: 3 },
    ]
    const { nodes } = networkView(createNetwork({ actors: actorsNamed('a', 'b'), ties: [] }), { places })
    expect(nodes.map(({ x, y }) => [x, y])).toEqual([
      [5, -7],
      [100, 3],
    ])
  })
  test.each(['auto', 'force', 'levels'] as const)('neither actors nor labels cover each other: %s', layout => {
    for (const lang of ['zh', 'en'] as const) {
      expect(collisions(networkView(xCommunity(), { layout, lang }))).toEqual([])
      expect(
        collisions(
          networkView(
            ring(50, i => (lang === 'zh' ? `某街道第${i}社区居民委员会` : `Neighbourhood committee ${i}`)),
            { layout, lang },
          ),
        ),
      ).toEqual([])
      expect(
        collisions(
          networkView(
            ring(200, i => `Actor ${i}`),
            { layout, lang },
          ),
        ),
      ).toEqual([])
    }
  })
  test('of any network are finite', () => {
    fc.assert(
      fc.property(drawnNetworks(), drawn => {
        const view = networkView(toNetwork(drawn), { layer: 'resources' })
        expect(JSON.parse(JSON.stringify(view))).toEqual(view)
        for (const { x, y, size } of view.nodes) expect([x, y, size].every(Number.isFinite)).toBe(true)
        expect(toSvg(view)).not.toMatch(/NaN|undefined|Infinity/)
      }),
      { numRuns: 40 },
    )
  })
})

describe('actors', () => {
  const network = createNetwork({
    actors: [
      { id: 'a', kind: 'x', sector: 'north' },
      { id: 'b', kind: 'x', sector: 'south' },
      { id: 'c', kind: 'x', sector: 'north' },
      { id: 'd', kind: 'x' },
    ],
    ties: [],
  })
  test('colour and shape by an attribute: one look a value, and a legend that names them', () => {
    const { nodes, legend } = networkView(network, { group: 'sector', lang: 'zh' })
    const looks = nodes.map(({ color, shape }) => `${color} ${shape}`)
    expect(looks[0]).toBe(looks[2])
    expect(new Set(looks).size).toBe(3)
    expect(nodes.map(({ group }) => group)).toEqual(['north', 'south', 'north', ''])
    expect(legend.map(({ label }) => label)).toEqual(['north', 'south', '未知'])
    expect(() => networkView(network, { group: 'sektor' })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_ATTRIBUTE' }),
    )
  })
  test('size by a measure: area above the least size in proportion, not defined is smallest, negative values begin at the lowest', () => {
    const sizes = (values: [string, number | null][]) =>
      networkView(network, { size: values }).nodes.map(({ size }) => Math.round(((size / 22 - 0.45) / 0.55) ** 2 * 100))
    expect(
      sizes([
        ['a', 4],
        ['b', 1],
        ['c', null],
        ['d', 0],
      ]),
    ).toEqual([100, 25, 0, 0])
    expect(
      sizes([
        ['a', 1],
        ['b', -1],
        ['c', 0],
      ]),
    ).toEqual([100, 0, 50, 0])
    expect(sizes([['a', 0]])).toEqual([0, 0, 0, 0])
    expect(() => networkView(network, { size: [['a', Number.NaN]] })).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION' }),
    )
  })
})

describe('ties', () => {
  test('both directions are apart, each in proportion to its own value', () => {
    const view = networkView(
      createNetwork({
        actors: actorsNamed('a', 'b'),
        ties: [
          { source: 'a', target: 'b', power: 1 },
          { source: 'b', target: 'a', power: 0.5 },
        ],
      }),
      { layer: 'power' },
    )
    expect(view.edges.map(({ width }) => width)).toEqual([6, 3])
    expect(view.edges.every(({ curvature }) => curvature > 0)).toBe(true)
  })
  test('both directions can be seen on the case and among 50 and 200 actors: their middles are further apart than they are wide', () => {
    for (const network of [xCommunity(), twoWay(50), twoWay(200)]) {
      const { nodes, edges } = networkView(network, { layer: 'trust' })
      const at = new Map(nodes.map(node => [node.id, node]))
      const middle = ({ source, target, curvature }: ViewEdge) => {
        const [a, b] = [at.get(source)!, at.get(target)!]
        return [(a.x + b.x - curvature * (b.y - a.y)) / 2, (a.y + b.y + curvature * (b.x - a.x)) / 2] as const
      }
      let pairs = 0
      for (const edge of edges) {
        const back = edges.find(({ source, target }) => source === edge.target && target === edge.source)
        if (!back) continue
        pairs++
        const [[x, y], [u, v]] = [middle(edge), middle(back)]
        expect(Math.hypot(x - u, y - v)).toBeGreaterThan((edge.width + back.width) / 2 + 1)
      }
      expect(pairs).toBe(network.size)
    }
  })
  test('zero is no tie, unknown is one that says so', () => {
    const network = createNetwork({
      actors: actorsNamed('a', 'b', 'c'),
      ties: [
        { source: 'a', target: 'b', trust: 0 },
        { source: 'b', target: 'c', trust: null },
      ],
    })
    const { edges } = networkView(network, { layer: 'trust', lang: 'en' })
    expect(edges.map(({ source, value }) => [source, value])).toEqual([['b', null]])
  })
  test('a layer of the user, and one that no tie has', () => {
    const network = createNetwork({
      actors: actorsNamed('a', 'b'),
      ties: [{ source: 'a', target: 'b', money: 40 }],
    })
    expect(networkView(network, { layer: 'money' }).edges[0]?.width).toBe(6)
    expect(() => networkView(network, { layer: 'mony' })).toThrow(expect.objectContaining({ code: 'UNKNOWN_LAYER' }))
    expect(() => networkView(network, { layr: 'money' } as never)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_OPTION' }),
    )
  })
})

describe('the difference', () => {
  const at = (trust: number, power?: number) =>
    createNetwork({
      actors: actorsNamed('a', 'b'),
      ties: [{ source: 'a', target: 'b', trust, ...(power === undefined ? {} : { power }) }],
    })
  const none = createNetwork({ actors: actorsNamed('a', 'b'), ties: [] })
  test('grew, shrank, same, appeared, vanished', () => {
    const change = (x: RelationNetwork, y: RelationNetwork) => compareView(x, y).difference.edges[0]?.change
    expect(change(at(0.2), at(0.6))).toBe('grew')
    expect(change(at(0.6), at(0.2))).toBe('shrank')
    expect(change(at(0.6), at(0.601))).toBe('same')
    expect(change(none, at(0.6))).toBe('appeared')
    expect(change(at(0.6), none)).toBe('vanished')
  })
  test('the layer that changed most speaks for the tie; all are listed', () => {
    const edge = compareView(at(0.2, 0.5), at(0.3, 0.1)).difference.edges[0]!
    expect([edge.layer, edge.change, edge.changes.length]).toEqual(['power', 'shrank', 2])
  })
  test('places and scales are shared, and an actor that comes later has a place', () => {
    const later = createNetwork({
      actors: actorsNamed('a', 'b', 'c'),
      ties: [{ source: 'a', target: 'c', trust: 0.5 }],
    })
    const { before, after, difference } = compareView(at(0.2), later)
    for (const node of before.nodes) {
      const same = after.nodes.find(({ id }) => id === node.id)!
      expect([same.x, same.y]).toEqual([node.x, node.y])
    }
    expect(difference.nodes.length).toBe(3)
  })
})

describe('drawn', () => {
  test.each(['light', 'dark', 'print'] as const)('%s: texts stand out by 4.5:1, the lines of layers by 3:1', theme => {
    const view = networkView(xCommunity(), { theme })
    const svg = toSvg(view, { title: true })
    const paper = /class="gx-ground"[^>]*fill="(#\w{6})"/.exec(svg)![1]!
    const texts = [...svg.matchAll(/<text[^>]*fill="(#\w{6})"/g)].map(([, color]) => color!)
    expect(texts.length).toBeGreaterThan(8)
    for (const color of texts) expect(contrast(color, paper), color).toBeGreaterThanOrEqual(4.5)
    for (const layer of ['power', 'resources', 'trust'])
      for (const { color } of networkView(xCommunity(), { theme, layer }).edges)
        expect(contrast(color, paper), color).toBeGreaterThanOrEqual(3)
  })
  test('a hostile label cannot leave its text', () => {
    const network = createNetwork({
      actors: [{ id: '"><script>', kind: '<b>', label: '</text><script>alert(1)</script>\u0000' }],
      ties: [],
    })
    const svg = toSvg(networkView(network), { title: true })
    expect(svg).not.toMatch(/<script|<b>/)
    expect(svg).not.toContain('\u0000')
  })
  test('the same picture twice has the same text; each tie can be read', () => {
    const view = networkView(xCommunity(), { lang: 'zh' })
    expect(toSvg(view)).toBe(toSvg(networkView(xCommunity(), { lang: 'zh' })))
    expect(toSvg(view).match(/<title>/g)!.length).toBe(view.nodes.length + view.edges.length)
    expect(toSvg(view)).toMatch(/街道办事处 → 社区：权力/)
  })
  test('nobody at all', () => expect(toSvg(networkView(createNetwork({ actors: [], ties: [] })))).toMatch(/^<svg/))
})

describe('for others', () => {
  test("sigma's y runs upwards", () => {
    const view = networkView(xCommunity())
    const graph = toSigma(view)
    for (const { id, x, y } of view.nodes)
      expect([graph.getNodeAttribute(id, 'x'), graph.getNodeAttribute(id, 'y')]).toEqual([x, -y || 0])
    expect(graph.size).toBe(view.edges.length)
  })
  test('Cytoscape gets ids that are unique over actors and ties', () => {
    const { elements } = toCytoscape(
      networkView(
        createNetwork({
          actors: actorsNamed('tie-0', 'b'),
          ties: [{ source: 'tie-0', target: 'b', trust: 1 }],
        }),
      ),
    )
    const ids = [...elements.nodes, ...elements.edges].map(({ data }) => data.id)
    expect(new Set(ids).size).toBe(3)
  })
})
