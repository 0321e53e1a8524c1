import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { createNetwork, type RelationNetwork } from 'guanxi'

// biome-ignore lint/suspicious/noExplicitAny: the files' shapes differ by data set
type Any = Record<string, any>

const read = (path: string) => {
  const bytes = readFileSync(new URL(`../golden/${path}`, import.meta.url))
  return JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString())
}

/** A published network, all its relations as layers of one network (0 where only another relation holds), self-ties dropped. */
export function published(key: string): { network: RelationNetwork; expected: Any } {
  const data: Any = read(`datasets/${key}.json`)
  const names = Object.keys(data.relations)
  const ties = new Map<string, Any>()
  for (const name of names)
    for (const [s, t, weight] of data.relations[name]) {
      if (s === t) continue
      const pair = `${s} ${t}`
      if (!ties.has(pair)) ties.set(pair, { source: s, target: t, ...Object.fromEntries(names.map(n => [n, 0])) })
      ties.get(pair)![name] = weight
    }
  const network = createNetwork({
    actors: data.nodes.map((node: Any) => ({ ...node, kind: 'organisation' })),
    ties: [...ties.values()] as never,
  })
  return { network, expected: read(`expected/${key}.json.gz`) }
}
