import fc from 'fast-check'
import { DirectedGraph } from 'graphology'
import { createNetwork, documentJsonSchema, GuanxiError, type NetworkDocument, toDocument } from 'guanxi'
import { describe, expect, test } from 'vitest'

const actors = [
  { id: 'street', kind: 'street-office', label: { zh: '街道办事处', en: 'Street office' } },
  { id: 'agency', kind: 'social-work-agency' },
]
const withTie = (tie: object): NetworkDocument => ({ actors, ties: [{ source: 'street', target: 'agency', ...tie }] })

function issuesOf(document: unknown): { path: string; message: string }[] {
  try {
    createNetwork(document as NetworkDocument)
  } catch (error) {
    if (!(error instanceof GuanxiError)) throw error
    expect(error.code).toBe('INVALID_DOCUMENT')
    return error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  }
  return []
}

describe('by hand', () => {
  test('a network is a plain graphology graph with the attributes of the document', () => {
    const network = createNetwork(
      withTie({ power: 0.5, trust: null, meetings: 12, evidence: [{ kind: 'section', at: '2.1' }] }),
    )
    expect(network).toBeInstanceOf(DirectedGraph)
    expect(network.getNodeAttributes('street')).toEqual({
      kind: 'street-office',
      label: { zh: '街道办事处', en: 'Street office' },
    })
    expect(network.getEdgeAttributes(network.edge('street', 'agency'))).toEqual({
      power: 0.5,
      trust: null,
      meetings: 12,
      evidence: [{ kind: 'section', at: '2.1' }],
    })
  })
  test('nothing of the document is shared with the network', () => {
    const document = withTie({ power: 0.5, evidence: [{ kind: 'section', at: '2.1' }] })
    const network = createNetwork(document)
    document.ties[0]!.evidence![0]!.at = 'changed'
    expect(toDocument(network).ties[0]!.evidence![0]!.at).toBe('2.1')
  })
  test('every fault at once, in the order of the document, with what was expected and what came', () => {
    const document = {
      actors: [{ id: 'a', kind: 'media' }, { id: 'a', kind: 'media' }, { kind: 'media' }, { id: 'b', kind: 7 }],
      ties: [
        { source: 'a', target: 'nobody', power: 2 },
        { source: 'a', target: 'a', trust: '0.5' },
        { source: 'a', target: 'b' },
        { source: 'a', target: 'b' },
      ],
      edges: [],
    }
    expect(issuesOf(document)).toEqual([
      { path: 'actors.1.id', message: '"a" is already the id of actors[0]' },
      { path: 'actors.2.id', message: 'expected a text, got undefined' },
      { path: 'actors.3.kind', message: 'expected a text, got 7' },
      { path: 'edges', message: 'no such field here' },
      { path: 'ties.0.power', message: 'expected at most 1, got 2' },
      { path: 'ties.0.target', message: 'no actor has the id "nobody"' },
      { path: 'ties.1.target', message: 'a tie joins two actors, but both ends are "a"' },
      { path: 'ties.1.trust', message: 'expected a finite number, got "0.5"' },
      { path: 'ties.3', message: 'repeats ties[2] from "a" to "b"; merge the two into one' },
    ])
  })
})

describe('edges of the domain', () => {
  test.each([
    ['power above 1', withTie({ power: 1.01 }), 'ties.0.power'],
    ['trust below 0', withTie({ trust: -0.1 }), 'ties.0.trust'],
    ['resources below 0', withTie({ resources: -1 }), 'ties.0.resources'],
    ['NaN', withTie({ power: Number.NaN }), 'ties.0.power'],
    ['infinity', withTie({ resources: Infinity }), 'ties.0.resources'],
    ['a number of a layer of their own that JSON cannot hold', withTie({ meetings: Number.NaN }), 'ties.0.meetings'],
    ['a date', withTie({ since: new Date(0) }), 'ties.0.since'],
    ['an empty id', { actors: [{ id: '', kind: 'media' }], ties: [] }, 'actors.0.id'],
    ['an unknown kind of evidence', withTie({ evidence: [{ kind: 'hearsay' }] }), 'ties.0.evidence.0.kind'],
    ['a newer version', { ...withTie({}), format: 'guanxi', version: 2 }, 'version'],
    [
      'an attribute that would change its object',
      JSON.parse('{"actors":[{"id":"a","kind":"x","__proto__":{"x":1}}],"ties":[]}'),
      'actors.0.__proto__',
    ],
    ['nothing', undefined, ''],
    ['a list', [], ''],
  ])('refuses %s', (_, document, path) => {
    expect(issuesOf(document).map(issue => issue.path)).toContain(path)
  })
  test('values at the ends of their ranges are fine; resources may be large', () => {
    expect(issuesOf(withTie({ power: 0, resources: 1e9, trust: 1 }))).toEqual([])
  })
  test('ids of any text keep their order', () => {
    const ids = ['__proto__', 'constructor', '10', '2', ' ', '居民 一', '👪']
    expect(createNetwork({ actors: ids.map(id => ({ id, kind: 'x' })), ties: [] }).nodes()).toEqual(ids)
  })
})

describe('the shape of a document', () => {
  const kinds = ['table', 'section', 'quotation', 'coding', 'survey']
  const evidence = (entry: object) => withTie({ evidence: [{ kind: 'assumed', ...entry }] })
  const actor = (fields: object): unknown => ({ actors: [{ id: 'a', kind: 'x', ...fields }], ties: [] })
  test.each([
    [
      'everything that has a place',
      {
        ...withTie({ power: null, trust: 0 }),
        format: 'guanxi',
        version: 1,
        name: 'n',
        attributes: { source: { year: 2020 } },
      },
    ],
    [
      'labels in one, two and no languages',
      {
        actors: [
          { id: 'a', kind: 'x', label: 'A' },
          { id: 'b', kind: 'x', label: { en: 'B' } },
          { id: 'c', kind: 'x', label: {} },
        ],
        ties: [],
      },
    ],
    ['fields of their own', { actors: [{ id: 'a', kind: 'x', note: [1, { deep: null }] }], ties: [] }],
    [
      'evidence in full',
      evidence({ layer: 'trust', at: '2.1', coder: 'L', range: [0, 1], why: { zh: '据访谈' }, page: 3 }),
    ],
    ['evidence of every kind', withTie({ evidence: kinds.map(kind => ({ kind })) })],
  ])('takes %s', (_, document) => expect(issuesOf(document)).toEqual([]))
  test.each([
    ['another format', { ...withTie({}), format: 'gexf' }, 'format', 'expected "guanxi", got "gexf"'],
    ['a number as name', { ...withTie({}), name: 7 }, 'name', 'expected a text, got 7'],
    ['a list as attributes', { ...withTie({}), attributes: [] }, 'attributes', /^expected .*, got an array of 0$/],
    ['no actors', { ties: [] }, 'actors', 'expected an array, got undefined'],
    ['ties that are no list', { actors: [], ties: {} }, 'ties', 'expected an array, got an object'],
    ['an actor that is none', { actors: [null], ties: [] }, 'actors.0', 'expected an object, got null'],
    ['a tie that is none', { actors: [], ties: [7] }, 'ties.0', 'expected an object, got 7'],
    ['an empty kind', actor({ kind: '' }), 'actors.0.kind', 'expected a non-empty text, got ""'],
    ['a label in a third language', actor({ label: { fr: 'A' } }), 'actors.0.label.fr', 'no such field here'],
    ['a label that is a number', actor({ label: { en: 7 } }), 'actors.0.label', /for a label: a text, or \{ zh, en \}/],
    ['resources below 0', withTie({ resources: -1 }), 'ties.0.resources', 'expected at least 0, got -1'],
    [
      'an empty source',
      { actors, ties: [{ source: '', target: 'agency' }] },
      'ties.0.source',
      'expected a non-empty text, got ""',
    ],
    [
      'an empty target',
      { actors, ties: [{ source: 'agency', target: '' }] },
      'ties.0.target',
      'expected a non-empty text, got ""',
    ],
    ['evidence that is no list', withTie({ evidence: 'table' }), 'ties.0.evidence', 'expected an array, got "table"'],
    [
      'another kind of evidence',
      evidence({ kind: 'hearsay' }),
      'ties.0.evidence.0.kind',
      'expected "table" or "section" or "quotation" or "coding" or "survey" or "assumed", got "hearsay"',
    ],
    ['half a range', evidence({ range: [0] }), 'ties.0.evidence.0.range', /got an array of 1$/],
    ['a coder without a name', evidence({ coder: 7 }), 'ties.0.evidence.0.coder', 'expected a text, got 7'],
    ['a place that is no text', evidence({ at: 2.1 }), 'ties.0.evidence.0.at', 'expected a text, got 2.1'],
    ['a layer that is no text', evidence({ layer: 1 }), 'ties.0.evidence.0.layer', 'expected a text, got 1'],
  ])('names %s', (_, document, path, message) =>
    expect(issuesOf(document)).toContainEqual({
      path,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    }),
  )
  test('who may not know the ends of a tie is not told of them twice', () => {
    expect(issuesOf({ ties: [{ source: 'a', target: 'b' }] }).map(({ path }) => path)).toEqual(['actors'])
    expect(issuesOf({ actors, ties: [{ source: '', target: 'x' }] }).map(({ path }) => path)).toEqual([
      'ties.0.source',
      'ties.0.target',
    ])
    expect(issuesOf({ actors, ties: [{ source: 'x', target: 'x' }] }).map(({ path }) => path)).toEqual([
      'ties.0.source',
      'ties.0.target',
      'ties.0.target',
    ])
  })
  test('a tie’s own attribute of the forbidden name is named, in numbers as they count', () => {
    const ties = Array.from({ length: 11 }, () => JSON.parse('{"source":"street","target":"agency","__proto__":1}'))
    expect(issuesOf({ actors, ties }).map(({ path }) => path)).toEqual(
      ties.flatMap((_, i) => (i === 0 ? ['ties.0.__proto__'] : [`ties.${i}`, `ties.${i}.__proto__`])),
    )
  })
  test('a symbol as the name of an attribute is named, and can be written into the message', () => {
    const attributes = { [Symbol('year')]: 2020 }
    expect(issuesOf({ actors: [], ties: [], attributes }).map(({ path }) => path)).toEqual(['attributes.Symbol(year)'])
  })
  test('one fault is one fault', () => {
    expect(() => createNetwork({ actors: [], ties: {} } as never)).toThrow(/ has 1 fault\n/)
    expect(() => createNetwork({} as never)).toThrow(/ has 2 faults\n/)
  })
})

describe('in and out', () => {
  test('name and attributes of the network', () => {
    const document = { ...withTie({ power: 1 }), name: 'two', attributes: { year: 2020, deep: { a: [1] } } }
    const network = createNetwork(document)
    expect(network.getAttributes()).toEqual({ name: 'two', year: 2020, deep: { a: [1] } })
    ;(document.attributes.deep.a as number[])[0] = 2
    expect(toDocument(network)).toEqual({
      format: 'guanxi',
      version: 1,
      ...document,
      attributes: { year: 2020, deep: { a: [1] } },
    })
    expect(network.edges()).toEqual(['tie-0'])
  })
  test('without them there are none', () => {
    expect(Object.keys(toDocument(createNetwork(withTie({}))))).toEqual(['format', 'version', 'actors', 'ties'])
    expect(createNetwork(withTie({})).getAttributes()).toEqual({})
  })
  test('what is no network is refused', () =>
    expect(() => toDocument(null as never)).toThrow(expect.objectContaining({ code: 'INVALID_NETWORK' })))
})

describe('the JSON Schema', () => {
  type Node = { [key: string]: unknown; properties: Record<string, Node>; items: Node; required: string[] }
  const schema = documentJsonSchema() as Node
  test('names what is required and leaves other fields out', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'guanxi network',
      required: ['actors', 'ties'],
      additionalProperties: false,
    })
    const { actors, ties } = schema.properties as { actors: Node; ties: Node }
    expect(actors.items.required).toEqual(['id', 'kind'])
    expect(ties.items.required).toEqual(['source', 'target'])
  })
  test('holds the ranges', () => {
    const { power, resources, trust } = (schema.properties as { ties: Node }).ties.items.properties
    for (const layer of [power, trust])
      expect(layer).toMatchObject({ anyOf: [{ type: 'number', minimum: 0, maximum: 1 }, { type: 'null' }] })
    expect(resources).toMatchObject({ anyOf: [{ type: 'number', minimum: 0 }, { type: 'null' }] })
    expect(JSON.stringify(resources)).not.toContain('maximum')
  })
  test('says what every described field means', () => {
    const texts = JSON.stringify(schema).match(/"description":"[^"]*"/g)!
    expect(texts.length).toBeGreaterThanOrEqual(9)
    expect(texts).not.toContain('"description":""')
  })
})

const jsonValue = fc.jsonValue().filter(value => !JSON.stringify(value).includes('__proto__')) as fc.Arbitrary<never>
const documents = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 6 }).chain(ids =>
  fc.record({
    name: fc.string(),
    actors: fc.tuple(
      ...ids.map(id => fc.record({ id: fc.constant(id), kind: fc.string({ minLength: 1 }), note: jsonValue })),
    ),
    ties: fc.uniqueArray(
      fc
        .record(
          {
            source: fc.constantFrom(...ids),
            target: fc.constantFrom(...ids),
            power: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
            resources: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
            trust: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
            note: jsonValue,
          },
          { requiredKeys: ['source', 'target'] },
        )
        .filter(({ source, target }) => source !== target),
      { selector: ({ source, target }) => JSON.stringify([source, target]) },
    ),
  }),
)

describe('laws', () => {
  test('a document survives the network and JSON', () => {
    fc.assert(
      fc.property(documents, document => {
        const once = toDocument(createNetwork(document as NetworkDocument))
        expect(toDocument(createNetwork(JSON.parse(JSON.stringify(once))))).toEqual(JSON.parse(JSON.stringify(once)))
        expect(once.actors.map(({ id }) => id)).toEqual(document.actors.map(({ id }) => id))
      }),
      { seed: 5, numRuns: 200 },
    )
  })
  test('whatever comes in, either a network or a GuanxiError comes out', () => {
    fc.assert(
      fc.property(fc.anything(), input => {
        try {
          createNetwork(input as NetworkDocument)
        } catch (error) {
          expect(error).toBeInstanceOf(GuanxiError)
          expect((error as GuanxiError).issues.length).toBeGreaterThan(0)
        }
      }),
      { seed: 6, numRuns: 500 },
    )
  })
  test('what the graph holds and a document cannot is refused on the way out', () => {
    const network = createNetwork(withTie({ power: 0.5 }))
    network.setEdgeAttribute(network.edge('street', 'agency'), 'power', 5)
    network.addDirectedEdge('agency', 'agency', {})
    expect(() => toDocument(network)).toThrow(
      expect.objectContaining({ code: 'INVALID_NETWORK', issues: expect.objectContaining({ length: 2 }) }),
    )
  })
})
