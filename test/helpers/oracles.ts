import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { createNetwork, type RelationNetwork } from 'guanxi'
import { expect } from 'vitest'

const golden = fileURLToPath(new URL('../golden/', import.meta.url))

// biome-ignore lint/suspicious/noExplicitAny: JSON written by R and Python, a shape a field
type Any = any

/** One relation of a real network with what other programs say about it (see test/golden/README.md). */
export interface Oracle {
  readonly name: string
  readonly relation: string
  readonly network: RelationNetwork
  readonly nodes: readonly Record<string, Any>[]
  /** The value of a field, `undefined` where the program gave none. */
  readonly value: (field: string) => Any
}

export const datasetKeys: readonly string[] = readdirSync(`${golden}datasets`)
  .map(file => file.replace(/\.json$/, ''))
  .sort()

export function readDataset(key: string): { data: Any; expected: Any } {
  return {
    data: JSON.parse(readFileSync(`${golden}datasets/${key}.json`, 'utf8')),
    expected: JSON.parse(gunzipSync(readFileSync(`${golden}expected/${key}.json.gz`)).toString()),
  }
}

/** Every relation of every data set whose weights are all positive: the weight on a layer of its name, 1 on the layer `one`. */
export function oracles(keys: readonly string[] = datasetKeys): Oracle[] {
  return keys.flatMap(key => {
    const { data, expected } = readDataset(key)
    return Object.entries<Any>(expected.relations).flatMap(([relation, fields]) => {
      const arcs = data.relations[relation] as [string, string, number][]
      if (arcs.some(([, , weight]) => weight <= 0)) return []
      const network = createNetwork({
        actors: data.nodes.map((node: Any) => ({ ...node, id: String(node.id), kind: 'organisation' })),
        ties: arcs
          .filter(([source, target]) => source !== target)
          .map(([source, target, weight]) => ({
            source: String(source),
            target: String(target),
            [relation]: weight,
            one: 1,
          })),
      })
      const value = (field: string) => fields[field]?.value ?? undefined
      return [{ name: `${key} ${relation}`, relation, network, nodes: data.nodes, value }]
    })
  })
}

/** Relative to the larger of 1 and the expected value. */
export function expectNear(actual: number | null, expected: number, tolerance: number, what = 'value'): void {
  expect(typeof actual, `${what}: ${actual} beside ${expected}`).toBe('number')
  expect(Math.abs(actual! - expected), `${what}: ${actual} beside ${expected}`).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(expected)),
  )
}

/** `null` in the expected column must be `null` in ours. */
export function expectColumn(
  scores: Iterable<readonly [string, number | null]>,
  expected: readonly (number | null)[],
  tolerance: number,
  scale = (column: (number | null)[]) => column,
): void {
  const actual = scale([...scores].map(([, value]) => value))
  expect(actual.length).toBe(expected.length)
  expected.forEach((value, i) => {
    if (value === null) expect(actual[i], `entry ${i}`).toBeNull()
    else expectNear(actual[i]!, value, tolerance, `entry ${i}`)
  })
}

/** Divided by the largest entry. */
export const byTop = (column: (number | null)[]): (number | null)[] => {
  const top = Math.max(...column.map(value => value ?? 0))
  return column.map(value => (value === null ? null : value / top))
}
