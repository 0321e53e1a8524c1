import { show } from '../model/errors.ts'
import type { RelationNetwork } from '../model/network.ts'
import { checkOptions } from '../model/options.ts'
import { requireGraph } from '../model/requireGraph.ts'
import { Faults } from './shared/faults.ts'
import { arrayAt, idText, isObject, parseJson } from './shared/json.ts'
import { Losses } from './shared/losses.ts'
import { NetworkBuilder } from './shared/networkBuilder.ts'
import { noRules, type ReadOptions, readRules } from './shared/readOptions.ts'
import type { ReadResult, WriteResult } from './shared/results.ts'

/**
 * Reads graphology's JSON, as `graph.export()` gives it.
 *
 * Unlike `graph.import()`, it takes undirected and mixed graphs (an undirected edge becomes two ties) and names every fault.
 *
 * @param text - the file's content.
 * @throws {GuanxiError} `INVALID_FILE` with every fault and its path.
 *
 * Time linear in the text.
 *
 * Source: graphology documentation, "Serialization".
 */
export function readGraphology(text: string, options: ReadOptions = {}): ReadResult {
  checkOptions('readGraphology', options, readRules)
  const faults = new Faults('readGraphology')
  const losses = new Losses()
  const file = parseJson(text, options, faults)
  if (!isObject(file) || !Array.isArray(file.nodes))
    return faults.fatal(['nodes'], 'expected an object with nodes and edges, as graph.export() gives it')
  const builder = new NetworkBuilder(options, faults, losses, {
    actor: place => ['nodes', place],
    tie: place => ['edges', place],
  })
  for (const [place, node] of file.nodes.entries()) {
    if (!isObject(node)) faults.add(['nodes', place], `expected an object, got ${show(node)}`)
    else builder.actor(idText(node.key) ?? '', isObject(node.attributes) ? node.attributes : {}, place)
  }
  const undirected = isObject(file.options) && file.options.type === 'undirected'
  for (const [place, edge] of arrayAt(file.edges ?? [], ['edges'], faults).entries()) {
    if (!isObject(edge)) {
      faults.add(['edges', place], `expected an object, got ${show(edge)}`)
      continue
    }
    const [s, t] = [idText(edge.source) ?? '', idText(edge.target) ?? '']
    const attributes = isObject(edge.attributes) ? edge.attributes : {}
    if (edge.undirected === true || undirected) builder.mutualTie(s, t, attributes, place)
    else builder.tie(s, t, attributes, place)
  }
  return { network: builder.finish(isObject(file.attributes) ? file.attributes : {}), losses: losses.list() }
}

/**
 * Writes a network as graphology's JSON, for `graph.import()` and everything that is built on graphology.
 *
 * @returns `text` and `losses`, which is empty: it is the network's own form.
 * @throws {GuanxiError} `INVALID_NETWORK`, `UNKNOWN_OPTION`, `INVALID_OPTION`.
 *
 * Time O(actors + ties).
 */
export function writeGraphology(network: RelationNetwork, options: Readonly<Record<string, never>> = {}): WriteResult {
  requireGraph('writeGraphology', network)
  checkOptions('writeGraphology', options, noRules)
  return { text: `${JSON.stringify(network.export(), null, 1)}\n`, losses: [] }
}
