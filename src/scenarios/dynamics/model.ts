import { GuanxiError, show } from '../../model/errors.ts'
import { layers, type RelationNetwork } from '../../model/network.ts'
import { type Role, roleOf } from '../../model/roles.ts'
import { collectWith } from '../../model/snapshot.ts'
import { type Practice, practices } from '../practices.ts'

/** The actors of one role around an agency, with the pairs in both directions. */
export interface Circle {
  readonly actors: Uint32Array
  /** Pair from each actor to the agency. */
  readonly into: Uint32Array
  /** Pair from the agency to each actor. */
  readonly out: Uint32Array
}

/** One agency and those around it. */
export interface Agency {
  readonly actor: number
  readonly purchasers: Circle
  readonly hosts: Circle
  readonly publics: Circle
  /** Partners that it is tied to, or could be through its purchasers, hosts and publics. */
  readonly partners: Circle
  /** Every pair that ends at the agency. */
  readonly inflow: Uint32Array
  /** Pair from public `u` to host `h` at `u * hosts + h`; −1 where there is no tie. */
  readonly introductions: Int32Array
  /** Over how many actors each practice is spread, at least 1, in the order of the practices. */
  readonly spread: Float64Array
}

/**
 * A network made ready for weekly steps: one number a pair of actors and layer, in flat arrays.
 *
 * A pair is a tie of the network, or one that the model may make (an agency and those around it, in both directions).
 */
export interface Model {
  readonly network: RelationNetwork
  readonly ids: readonly string[]
  readonly roles: readonly Role[]
  readonly source: Uint32Array
  readonly target: Uint32Array
  /** The pair in the other direction; −1 where there is none. */
  readonly reverse: Int32Array
  /** Whether the pair is a tie of the network. */
  readonly tied: Uint8Array
  readonly power: Float64Array
  /** Divided by `unit`. */
  readonly resources: Float64Array
  readonly trust: Float64Array
  /** What 1 means on the layer `resources`: the largest value of the network, at least 1. */
  readonly unit: number
  /** Pairs that the model moves: all that touch an agency. */
  readonly moving: Uint32Array
  /** Whether the power of a pair rests on authority or contract: from a purchaser or host over an agency. */
  readonly formal: Uint8Array
  /** Whether the pair joins an agency and a partner, whose power does not move. */
  readonly atWill: Uint8Array
  /** Actors at whom a pair ends whose power moves: those whose inflow is asked for every week. */
  readonly fed: Uint32Array
  /** Pairs into each actor: those of actor `j` stand at `inflowOffsets[j] … inflowOffsets[j + 1]` of `inflowPairs`. */
  readonly inflowOffsets: Uint32Array
  readonly inflowPairs: Uint32Array
  readonly agencies: readonly Agency[]
}

/**
 * Makes a model of a network.
 *
 * @throws {GuanxiError} `INVALID_NETWORK` when there is no agency; `MISSING_VALUE` when a tie's value is unknown;
 *   `INVALID_VALUE` when one is out of range.
 */
export function createModel(
  where: string,
  network: RelationNetwork,
  roleOfKind: Readonly<Record<string, Role>> = {},
): Model {
  const { ids, graph, layers: columns, attributes } = collectWith(network, layers, ['kind'])
  const roles = attributes.get('kind')!.map(kind => roleOf(String(kind ?? ''), roleOfKind))
  const providers = ids.flatMap((_, i) => (roles[i] === 'provider' ? [i] : []))
  if (providers.length === 0)
    throw new GuanxiError(
      'INVALID_NETWORK',
      `${where}: expected at least one actor of kind social-work-agency (or of a kind with the role provider), got none`,
    )

  const source: number[] = []
  const target: number[] = []
  const at = new Map<number, number>()
  const pair = (i: number, j: number) => {
    const key = i * ids.length + j
    const known = at.get(key)
    if (known !== undefined) return known
    at.set(key, source.length)
    source.push(i)
    target.push(j)
    return source.length - 1
  }
  for (let i = 0; i < ids.length; i++)
    for (let k = graph.outOffsets[i]!; k < graph.outOffsets[i + 1]!; k++) pair(i, graph.outTargets[k]!)
  const ties = source.length
  const neighbours = (i: number) => [
    ...graph.outTargets.subarray(graph.outOffsets[i]!, graph.outOffsets[i + 1]!),
    ...graph.inSources.subarray(graph.inOffsets[i]!, graph.inOffsets[i + 1]!),
  ]
  const around = providers.map(agency => {
    const near = new Set(neighbours(agency))
    const withRole = (role: Role, among: Iterable<number>) =>
      [...new Set(among)].filter(i => roles[i] === role).sort((a, b) => a - b)
    const hosts = withRole('host', near)
    const further = [...near].filter(i => roles[i] !== 'provider').flatMap(neighbours)
    const publics = withRole('public', near)
    return {
      agency,
      purchaser: withRole('purchaser', near),
      host: hosts,
      public: publics.length > 0 ? publics : withRole('public', hosts.flatMap(neighbours)),
      partner: withRole('partner', [...near, ...further]),
    }
  })
  const circles = around.map(({ agency, ...groups }) => {
    const circle = (actors: readonly number[]): Circle => ({
      actors: Uint32Array.from(actors),
      into: Uint32Array.from(actors, i => pair(i, agency)),
      out: Uint32Array.from(actors, i => pair(agency, i)),
    })
    return {
      actor: agency,
      purchasers: circle(groups.purchaser),
      hosts: circle(groups.host),
      publics: circle(groups.public),
      partners: circle(groups.partner),
    }
  })

  const count = source.length
  const inflow = ids.map((): number[] => [])
  target.forEach((j, k) => {
    inflow[j]!.push(k)
  })
  const inflowOffsets = new Uint32Array(ids.length + 1)
  inflow.forEach((pairs, j) => {
    inflowOffsets[j + 1] = inflowOffsets[j]! + pairs.length
  })

  const column = (layer: (typeof layers)[number], most: number) => {
    const values = new Float64Array(count)
    columns.get(layer)!.forEach((value, k) => {
      const tie = `${layer} of the tie from ${show(ids[source[k]!])} to ${show(ids[target[k]!])}`
      if (Number.isNaN(value))
        throw new GuanxiError(
          'MISSING_VALUE',
          `${where}: ${tie} is unknown; a run needs a number: put in your guess, with evidence of kind 'assumed', and run its low and high end too`,
        )
      if (value < 0 || value > most)
        throw new GuanxiError('INVALID_VALUE', `${where}: ${tie} is ${value}, expected 0 to ${most}`)
      values[k] = value
    })
    return values
  }
  const resources = column('resources', Number.MAX_VALUE)
  const unit = resources.reduce((most, value) => Math.max(most, value), 1)
  const isProvider = (i: number) => roles[i] === 'provider'
  const moving = source.flatMap((i, k) => (isProvider(i) || isProvider(target[k]!) ? [k] : []))
  const atWill = (k: number) => roles[source[k]!] === 'partner' || roles[target[k]!] === 'partner'
  return {
    network,
    ids,
    roles,
    source: Uint32Array.from(source),
    target: Uint32Array.from(target),
    reverse: Int32Array.from(source, (i, k) => at.get(target[k]! * ids.length + i) ?? -1),
    tied: Uint8Array.from(source, (_, k) => (k < ties ? 1 : 0)),
    power: column('power', 1),
    resources: resources.map(value => value / unit),
    trust: column('trust', 1),
    unit,
    moving: Uint32Array.from(moving),
    formal: Uint8Array.from(source, (i, k) =>
      (roles[i] === 'purchaser' || roles[i] === 'host') && isProvider(target[k]!) ? 1 : 0,
    ),
    atWill: Uint8Array.from(source, (_, k) => (atWill(k) ? 1 : 0)),
    fed: Uint32Array.from(new Set(moving.filter(k => !atWill(k)).map(k => target[k]!))),
    inflowOffsets,
    inflowPairs: Uint32Array.from(inflow.flat()),
    agencies: circles.map(circle => ({
      ...circle,
      inflow: Uint32Array.from(inflow[circle.actor]!),
      spread: spreadOf(circle),
      introductions: Int32Array.from(
        [...circle.publics.actors].flatMap(u => [...circle.hosts.actors].map(h => at.get(u * ids.length + h) ?? -1)),
      ),
    })),
  }
}

function spreadOf({
  purchasers,
  hosts,
  publics,
  partners,
}: Pick<Agency, 'purchasers' | 'hosts' | 'publics' | 'partners'>): Float64Array {
  const counts: Record<Practice, number> = {
    'open-channel': purchasers.actors.length,
    'fit-chores': 1,
    'link-partners': partners.actors.length,
    'find-common-ground': hosts.actors.length,
    'share-resources': hosts.actors.length,
    'small-talk': publics.actors.length,
    'plain-words': publics.actors.length,
    'introduce-workers': publics.actors.length,
  }
  return Float64Array.from(practices, practice => Math.max(1, counts[practice]))
}
