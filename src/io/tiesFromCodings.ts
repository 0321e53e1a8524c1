import { show } from '../model/errors.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Json } from '../model/network.ts'
import { checkOptions, numberIn, type OptionRule, oneOf, text } from '../model/options.ts'
import type { QdaProject, Segment } from './readQdpx.ts'
import { Faults } from './shared/faults.ts'
import { counted, Losses } from './shared/losses.ts'
import { type Attributes, NetworkBuilder } from './shared/networkBuilder.ts'
import { textRecord } from './shared/readOptions.ts'
import type { ReadResult } from './shared/results.ts'

/** How codings become ties. */
export interface CodingMapping {
  /** Layer by name of the code, such as `{ 'project indicators': 'power' }`; a code below one in the codebook counts with it. */
  readonly layers?: Readonly<Record<string, string>> | undefined
  /** Ends of the ties by name of the code, where a code itself says between whom: `{ 'paperwork': ['street', 'agency'] }`. */
  readonly ties?: Readonly<Record<string, readonly [string, string]>> | undefined
  /** Id of the actor by name of the case. @defaultValue the name of the case */
  readonly actors?: Readonly<Record<string, string>> | undefined
  /** Which variable of a case is its kind. @defaultValue 'kind' */
  readonly kind?: string | undefined
  /** Whether two cases in one selection give a tie from the first to the second in the codebook's order of cases, or one each way. @defaultValue 'both' */
  readonly direction?: 'both' | 'first-to-second' | undefined
  /**
   * From counts to weights: `'share'` is the count over the largest count of the layer, in [0, 1]; `'saturating'` is
   * 1 − exp(−count / scale); `'count'` is the count itself (not for power and trust). @defaultValue 'share'
   */
  readonly weight?: 'share' | 'saturating' | 'count' | undefined
  /** Count at which `'saturating'` reaches 1 − 1/e. @defaultValue 10 */
  readonly scale?: number | undefined
  /** Segments that are kept as evidence of a tie, at most. @defaultValue 1000 */
  readonly evidence?: number | undefined
}

const pairs: OptionRule = {
  expected: 'an object of pairs of ids',
  accepts: value =>
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      pair => Array.isArray(pair) && pair.length === 2 && pair.every(id => typeof id === 'string'),
    ),
}

/**
 * Makes a network from coded material: cases are actors, and a selection that speaks of two of them is evidence of a tie.
 *
 * A selection speaks of a case when the case refers to it, when one of its codes is referred to by the case, or bears its name. The
 * layer follows from the selection's other codes by `layers`; a code in `ties` says by itself between whom it stands. The weight
 * of a layer is made of the count of its codings by the rule `weight`; what no coding speaks of on a tie is unknown, not zero.
 *
 * @param project - what `readQdpx` gives.
 * @param mapping - see `CodingMapping`.
 * @returns the network, each tie with its segments as evidence, and what was left out.
 * @throws {GuanxiError} `INVALID_FILE` when the mapping names codes or actors that the project does not have.
 *
 * Time O(segments + cases of each selection²).
 *
 * Source: none; ours.
 */
export function tiesFromCodings(
  project: Pick<QdaProject, 'codes' | 'cases' | 'segments' | 'sources'>,
  mapping: CodingMapping = {},
): ReadResult {
  checkOptions('tiesFromCodings', mapping, {
    layers: textRecord,
    ties: pairs,
    actors: textRecord,
    kind: text,
    direction: oneOf('both', 'first-to-second'),
    weight: oneOf('share', 'saturating', 'count'),
    scale: numberIn(Number.MIN_VALUE, Number.MAX_VALUE),
    evidence: numberIn(0, 1e6),
  })
  const { layers = {}, ties = {}, actors = {}, direction = 'both', weight = 'share', scale = 10 } = mapping
  const kindVariable = mapping.kind ?? 'kind'
  const faults = new Faults('tiesFromCodings')
  const losses = new Losses()
  const codeByGuid = new Map(project.codes.map(code => [code.guid, code]))
  const codeNames = new Set(project.codes.map(({ name }) => name))
  for (const name of [...Object.keys(layers), ...Object.keys(ties)])
    if (!codeNames.has(name)) faults.add(['mapping', name], 'no code of the project has this name')
  const builder = new NetworkBuilder({}, faults, losses, {
    actor: place => ['case', place],
    tie: place => ['tie', place],
  })
  const idOf = (name: string) => (Object.hasOwn(actors, name) ? actors[name]! : name)
  const ids = project.cases.map(({ name }) => idOf(name))
  project.cases.forEach(({ variables, description }, i) => {
    const { [kindVariable]: kind, ...rest } = variables
    const attributes: Attributes = {}
    for (const [name, value] of Object.entries(rest)) if (value !== null && name !== 'label') attributes[name] = value
    if (kind !== undefined && kind !== null) attributes.kind = String(kind)
    if (description !== null) attributes.label = description
    builder.actor(ids[i]!, attributes, i)
  })
  for (const [name, ends] of Object.entries(ties))
    for (const id of ends)
      if (!builder.hasActor(id)) faults.add(['mapping', 'ties', name], `no case is the actor ${show(id)}`)

  // Names of a code and of those above it in the codebook.
  const lineage = (guid: string): string[] => {
    const names: string[] = []
    const seen = new Set<string>()
    for (let code = codeByGuid.get(guid); code && !seen.has(code.guid); code = codeByGuid.get(code.parent ?? '')) {
      names.push(code.name)
      seen.add(code.guid)
    }
    return names
  }
  const casesOfCode = new Map<string, number[]>()
  const casesOfSelection = new Map<string, number[]>()
  const refer = (map: Map<string, number[]>, key: string, place: number) => {
    const list = map.get(key) ?? []
    map.set(key, list)
    if (!list.includes(place)) list.push(place)
  }
  project.cases.forEach(({ codes, selections, name }, i) => {
    for (const guid of codes) refer(casesOfCode, guid, i)
    for (const guid of selections) refer(casesOfSelection, guid, i)
    for (const code of project.codes) if (code.name === name) refer(casesOfCode, code.guid, i)
  })
  const selections = new Map<string, Segment[]>()
  for (const segment of project.segments) {
    const list = selections.get(segment.selection) ?? []
    selections.set(segment.selection, list)
    list.push(segment)
  }
  const sourceNames = new Map(project.sources.map(({ guid, name }) => [guid, name]))
  const found = new Map<string, { source: string; target: string; counts: Map<string, number>; evidence: Evidence[] }>()
  const kept = mapping.evidence ?? 1000
  const count = (source: string, target: string, layer: string, segment: Segment) => {
    const key = JSON.stringify([source, target])
    const tie = found.get(key) ?? { source, target, counts: new Map<string, number>(), evidence: [] }
    found.set(key, tie)
    tie.counts.set(layer, (tie.counts.get(layer) ?? 0) + 1)
    if (tie.evidence.length >= kept) {
      losses.add(times => `${counted(times, 'segment')} counted but not kept as evidence (option evidence)`, 'kept')
      return
    }
    const evidence: Evidence = { kind: 'coding', layer, code: codeByGuid.get(segment.code)?.name ?? segment.code }
    const at = sourceNames.get(segment.source)
    if (at !== undefined) evidence.at = segment.start === null ? at : `${at}, ${segment.start}–${segment.end}`
    if (segment.coder !== null) evidence.coder = segment.coder
    if (segment.text !== null) evidence.text = segment.text as Json
    tie.evidence.push(evidence)
  }
  for (const [selection, segments] of selections) {
    const spoken = [...(casesOfSelection.get(selection) ?? [])]
    for (const { code } of segments)
      for (const i of casesOfCode.get(code) ?? []) if (!spoken.includes(i)) spoken.push(i)
    spoken.sort((a, b) => a - b)
    for (const segment of segments) {
      const names = lineage(segment.code)
      const layerName = names.find(name => Object.hasOwn(layers, name))
      const layer = layerName === undefined ? undefined : layers[layerName]!
      const pairName = names.find(name => Object.hasOwn(ties, name))
      if (pairName !== undefined) {
        const [source, target] = ties[pairName]!
        count(source, target, layer ?? 'codings', segment)
        continue
      }
      if (layer === undefined) {
        if (!casesOfCode.has(segment.code))
          losses.add(
            times => `${counted(times, 'coding')} of codes without a layer in the mapping left out`,
            'unmapped',
          )
        continue
      }
      if (spoken.length < 2) {
        losses.add(
          times => `${counted(times, 'coding')} in segments that speak of fewer than two cases left out`,
          'alone',
        )
        continue
      }
      for (let a = 0; a < spoken.length; a++)
        for (let b = a + 1; b < spoken.length; b++) {
          const [first, second] = [ids[spoken[a]!]!, ids[spoken[b]!]!]
          count(first, second, layer, segment)
          if (direction === 'both') count(second, first, layer, segment)
        }
    }
  }
  const largest = new Map<string, number>()
  for (const { counts } of found.values())
    for (const [layer, times] of counts) largest.set(layer, Math.max(largest.get(layer) ?? 0, times))
  let place = 0
  for (const { source, target, counts, evidence } of found.values()) {
    const attributes: Attributes = {}
    for (const layer of largest.keys()) attributes[layer] = null
    for (const [layer, times] of counts)
      attributes[layer] =
        weight === 'count' ? times : weight === 'share' ? times / largest.get(layer)! : 1 - Math.exp(-times / scale)
    builder.tie(source, target, { ...attributes, evidence: evidence as unknown as Json }, place++)
  }
  return { network: builder.finish(), losses: losses.list() }
}
