import { readdirSync, readFileSync } from 'node:fs'
import { createNetwork, type RelationNetwork, toDocument } from 'guanxi'
import { type Arc, fromRelations } from 'guanxi/io'

/** A network with all that a document can hold: unknowns, labels in both languages, evidence, nested and mixed attributes. */
export function rich(): RelationNetwork {
  return createNetwork({
    name: 'a "rich" <network> & 关系',
    actors: [
      { id: 'street', kind: 'street-office', label: { zh: '街道办', en: 'Street office' }, staff: 12, open: true },
      {
        id: '社工 机构',
        kind: 'social-work-agency',
        label: 'Agency, "M"',
        code: '007',
        note: 'two\nlines; and, commas',
      },
      { id: '10', kind: 'residents', staff: 3.5, tags: ['a', { b: null }], mixed: 1 },
      { id: '2', kind: 'x<y>&z', mixed: 'one', flag: 'true' },
      { id: 'alone', kind: 'media', label: { zh: '媒体' } },
    ],
    ties: [
      {
        source: 'street',
        target: '社工 机构',
        power: 0.8,
        resources: 12.25,
        trust: null,
        evidence: [{ kind: 'table', at: 'table 2', why: { zh: '表', en: 'a "table"' } }],
      },
      { source: '社工 机构', target: 'street', power: 0.1, resources: 0, trust: 1e-7, since: 2020, remark: '' },
      { source: '10', target: '2', power: 0, resources: 0, trust: 0, remark: 'all zero' },
      { source: '2', target: '10', power: null, resources: null, trust: null },
      { source: '2', target: 'street', power: 1 / 3, resources: 1e21, trust: 0.5, weight: -2 },
    ],
  })
}

const folder = new URL('../golden/datasets/', import.meta.url)

interface Dataset {
  readonly key: string
  readonly nodes: { id: string }[]
  readonly relations: Record<string, Arc[]>
}

/** Every data set of the field that the project holds. */
export function datasets(): { key: string; network: RelationNetwork }[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .map(file => {
      const { key, nodes, relations } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Dataset
      return { key, network: fromRelations(relations, { nodes }).network }
    })
}

/** A network as plain data in which unknown (`null`) and absent are the same. */
export function plain(network: RelationNetwork): { actors: unknown[]; ties: unknown[] } {
  const { actors, ties } = toDocument(network)
  const known = (record: object) =>
    Object.fromEntries(
      Object.entries(record)
        .filter(([, value]) => value !== null)
        .sort(),
    )
  return { actors: actors.map(known), ties: ties.map(known) }
}

/** The ties with their three layers and numbers of other names only, sorted. */
export function numbers(network: RelationNetwork): string[] {
  return network
    .mapEdges((_, tie, source, target) => {
      const values = Object.entries(tie).filter(([, value]) => typeof value === 'number')
      return JSON.stringify([source, target, ...values.sort(([a], [b]) => (a < b ? -1 : 1))])
    })
    .sort()
}
