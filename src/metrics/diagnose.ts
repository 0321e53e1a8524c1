import { GuanxiError } from '../model/errors.ts'
import type { Json, Layer, RelationNetwork } from '../model/network.ts'
import { layers } from '../model/network.ts'
import { checkOptions } from '../model/options.ts'
import { brief, printed } from '../model/printed.ts'
import { type Role, roleOf } from '../model/roles.ts'
import { collectWith, isSnapshot, type NetworkLike, type Snapshot } from '../model/snapshot.ts'
import { asymmetry } from './asymmetry.ts'
import { type Dependence, dependence } from './dependence.ts'
import { type DyadCensus, dyadCensus } from './dyadCensus.ts'
import { type Dyad, dyads } from './dyads.ts'
import { type Hierarchy, hierarchy } from './hierarchy.ts'
import { type Inequality, inequality } from './inequality.ts'
import { orientationOf, type PracticeLogics, practiceLogics } from './practiceLogics.ts'
import { type Reciprocity, reciprocity } from './reciprocity.ts'
import { type Standing, standing } from './standing.ts'
import { strength } from './strength.ts'

/** One layer of a network, diagnosed. */
export interface LayerDiagnosis {
  readonly layer: string
  /** Ties with a value above zero, and the sum of the values. */
  readonly ties: number
  readonly total: number
  /** Dyads that are left out because a value is unknown. */
  readonly unknown: number
  readonly asymmetry: number | null
  readonly reciprocity: Reciprocity
  readonly census: DyadCensus
  readonly hierarchy: Hierarchy
  /** Of what the actors give, and of what they get; `between` and `within` by kind of actor. */
  readonly inequality: { readonly given: Inequality; readonly got: Inequality }
  /** What each actor gives less what it gets, over the dyads that are known, from the highest down: who stands over whom. */
  readonly net: readonly { readonly id: string; readonly given: number; readonly got: number; readonly net: number }[]
  /** All dyads, the most lopsided in weight first. */
  readonly dyads: readonly Dyad[]
  /** Mutual dependence and imbalance of each dyad, the most imbalanced first. */
  readonly dependence: readonly Dependence[]
}

/** A number that could not be given, and why. */
export interface Undefined {
  /** Name of the number, such as `trust.reciprocity.rho`. */
  readonly what: string
  readonly why: { readonly zh: string; readonly en: string }
}

/** An actor as a report names it. */
export interface DiagnosedActor {
  readonly id: string
  readonly kind: string
  readonly label: Json | undefined
  readonly role: Role
}

/** What `diagnose` gives: all that matters for a report. */
export interface Diagnosis {
  readonly kind: 'diagnosis'
  readonly name: string | null
  readonly actors: readonly DiagnosedActor[]
  readonly layers: readonly LayerDiagnosis[]
  readonly logics: PracticeLogics
  /** Voice and delivery of each provider. */
  readonly standings: readonly ({ readonly id: string } & Standing)[]
  /** What is `null` above, and why. */
  readonly undefined: readonly Undefined[]
  /** A copy of the network, for pictures; `null` when a snapshot was diagnosed. */
  readonly network: RelationNetwork | null
}

/** Options of `diagnose`. */
export interface DiagnoseOptions {
  /** Roles of kinds that are not known by name. */
  readonly roles?: Readonly<Record<string, Role>> | undefined
}

/**
 * Diagnosis: how lopsided a network is, layer by layer, pair by pair, and by the case study's own indices.
 *
 * For each of power, resources and trust: asymmetry, reciprocity, dyad census, hierarchy, inequality, dyads and
 * dependence; then the three practice logics, and each provider's standing. Unknown values do not stop it: dyads with one
 * are left out and counted in `unknown`.
 *
 * @param network - network or snapshot with `n` actors and `m` ties.
 * @param options.roles - roles of further kinds.
 * @returns plain data; every number as its measure defines it, every `null` explained in `undefined`.
 *
 * Time O(m log m) and one sparse solve a layer. The network is not changed.
 *
 * Source: the measures that say most about purchaser, host, provider and public; each cites its own.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { diagnose } from 'guanxi/metrics'
 *
 * const diagnosis = diagnose(xCommunity())
 * diagnosis.layers.map(({ layer }) => layer) // => ['power', 'resources', 'trust']
 * diagnosis.layers[0]?.net[0]?.id // => 'street'
 * ```
 */
export function diagnose(network: NetworkLike, options: DiagnoseOptions = {}): Diagnosis {
  checkOptions('diagnose', options, {
    roles: { expected: 'an object of roles', accepts: value => typeof value === 'object' && value !== null },
  })
  const { roles = {} } = options
  const snapshot = isSnapshot(network) ? network : collectWith(network, layers, ['kind', 'label'])
  const kinds = snapshot.attributes.get('kind') ?? snapshot.ids.map(() => '')
  const actors = snapshot.ids.map((id, i) => {
    const kind = String(kinds[i] ?? '')
    return { id, kind, label: snapshot.attributes.get('label')?.[i], role: roleOf(kind, roles) }
  })
  const diagnosis = {
    kind: 'diagnosis' as const,
    name: isSnapshot(network) ? null : (network.getAttribute('name') ?? null),
    actors,
    layers: layers.map(layer => diagnoseLayer(snapshot, layer)),
    logics: logicsOf(network, snapshot, roles),
    standings: actors.flatMap(({ id, role }) =>
      role === 'provider'
        ? [{ id, ...(ifKnown(() => standing(network, { of: id, roles })) ?? { voice: null, delivery: null }) }]
        : [],
    ),
    network: isSnapshot(network) ? null : (network.copy() as RelationNetwork),
  }
  return printed({ ...diagnosis, undefined: undefinedIn(diagnosis) }, linesOf)
}

/** What a console prints, see `printed`. */
function linesOf({ name, actors, layers, standings, undefined: notDefined }: Diagnosis): readonly string[] {
  return [
    `Diagnosis${name === null ? '' : ` ${JSON.stringify(name)}`}: ${actors.length} actors, numbers not defined: ${notDefined.length}`,
    ...layers.map(
      ({ layer, ties, unknown, asymmetry, reciprocity, hierarchy, net }) =>
        `${layer}: ${ties} ties${unknown > 0 ? `, ${unknown} dyads unknown` : ''}, asymmetry ${brief(asymmetry)}, weighted reciprocity ${brief(reciprocity.weighted)}, ordered ${brief(hierarchy.ordered)}${net[0] && net[0].net > 0 ? `, most above the rest: ${net[0].id}` : ''}`,
    ),
    ...standings.map(({ id, voice, delivery }) => `${id}: voice ${brief(voice)}, delivery ${brief(delivery)}`),
  ]
}

function logicsOf(network: NetworkLike, snapshot: Snapshot, roles: Readonly<Record<string, Role>>): PracticeLogics {
  const none = { orientation: orientationOf(network, {}), embedding: null, acquaintance: null }
  return snapshot.attributes.has('kind') ? (ifKnown(() => practiceLogics(network, { roles })) ?? none) : none
}

/** What the function gives; `null` when it meets an unknown value. */
function ifKnown<T>(compute: () => T): T | null {
  try {
    return compute()
  } catch (error) {
    if (error instanceof GuanxiError && error.code === 'MISSING_VALUE') return null
    throw error
  }
}

function diagnoseLayer(snapshot: Snapshot, layer: Layer): LayerDiagnosis {
  const read = { layer, missing: 'skip' } as const
  const group = snapshot.attributes.has('kind') && snapshot.ids.length > 0 ? { group: 'kind' } : {}
  const given = strength(snapshot, { ...read, direction: 'out' })
  const got = strength(snapshot, { ...read, direction: 'in' })
  const census = dyadCensus(snapshot, read)
  const n = snapshot.ids.length
  const unknown = (n * (n - 1)) / 2 - census.mutual - census.asymmetric - census.absent
  const pairs = dyads(snapshot, read)
  // Half a dyad says nothing of who stands over whom: one who did not answer would stand lowest by what others said alone.
  const whole = unknown > 0 ? wholeDyads(pairs) : null
  const net = snapshot.ids.map((id, i) => {
    const [gives, gets] = whole ? (whole.get(id) ?? [0, 0]) : [given.values[i]!, got.values[i]!]
    return { id, given: gives, got: gets, net: gives - gets }
  })
  return {
    layer,
    ties: 2 * census.mutual + census.asymmetric,
    total: net.reduce((sum, { given }) => sum + given, 0),
    unknown,
    asymmetry: asymmetry(snapshot, read),
    reciprocity: reciprocity(snapshot, read),
    census,
    hierarchy: hierarchy(snapshot, read),
    inequality: {
      given: inequality(snapshot, { ...read, direction: 'out', ...group }),
      got: inequality(snapshot, { ...read, direction: 'in', ...group }),
    },
    net: net.sort((a, b) => b.net - a.net),
    dyads: pairs.sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference)),
    dependence: dependence(snapshot, read).sort((a, b) => (b.imbalance ?? -1) - (a.imbalance ?? -1)),
  }
}

/** What each actor gives and gets within the dyads that are known both ways. */
function wholeDyads(pairs: readonly Dyad[]): Map<string, [number, number]> {
  const sums = new Map<string, [number, number]>()
  const add = (id: string, gives: number, gets: number) => {
    const [given, got] = sums.get(id) ?? [0, 0]
    sums.set(id, [given + gives, got + gets])
  }
  for (const { a, b, forward, backward } of pairs) {
    add(a, forward, backward)
    add(b, backward, forward)
  }
  return sums
}

const reasons = {
  noWeight: { zh: '该维度没有任何权重', en: 'the layer has no weight' },
  noTie: { zh: '没有关系', en: 'there is no tie' },
  fewActors: { zh: '行动者少于两个', en: 'there are fewer than two actors' },
  noMutual: { zh: '没有互惠的二方关系，其对数无定义', en: 'no tie is returned, so that the logarithm is not defined' },
  complete: {
    zh: '所有可能的关系都存在，无法与随机预期比较',
    en: 'every possible tie is there, so that chance has nothing to compare with',
  },
  constant: { zh: '所有值相同，相关无定义', en: 'all values are the same, so that a correlation is not defined' },
  noGroups: { zh: '没有可分组的属性', en: 'there is no attribute to group by' },
  noCodings: { zh: '网络未附编码，也未给出工时', en: 'the network carries no codings, and no hours were given' },
  noHosts: { zh: '没有机构与社区之间的关系', en: 'no tie joins a provider and a host' },
  noPublics: { zh: '没有与机构相连的居民，或没有社区', en: 'no public is tied to a provider, or there is no host' },
  noGoverning: { zh: '机构与治理主体之间没有权力关系', en: 'no power runs between the provider and a governing actor' },
  noPublic: { zh: '没有居民', en: 'there is no public' },
  unknown: { zh: '计算所需的某个值未知', en: 'a value that it needs is unknown' },
  noTrust: { zh: '双方之间的值均为零', en: 'both values are zero' },
}

function undefinedIn(diagnosis: Omit<Diagnosis, 'undefined'>): Undefined[] {
  const rows: Undefined[] = []
  const add = (what: string, value: unknown, why: Undefined['why']) => {
    if (value === null) rows.push({ what, why })
  }
  const few = diagnosis.actors.length < 2
  const anyUnknown = diagnosis.layers.some(({ unknown }) => unknown > 0)
  const ofRoles = (why: Undefined['why']) => (anyUnknown ? reasons.unknown : why)
  for (const { layer, asymmetry, reciprocity, hierarchy, inequality } of diagnosis.layers) {
    const empty = few ? reasons.fewActors : reasons.noWeight
    add(`${layer}.asymmetry`, asymmetry, empty)
    add(`${layer}.reciprocity.edgewise`, reciprocity.edgewise, few ? reasons.fewActors : reasons.noTie)
    add(`${layer}.reciprocity.ratio`, reciprocity.ratio, few ? reasons.fewActors : reasons.noTie)
    add(`${layer}.reciprocity.dyadic`, reciprocity.dyadic, reasons.fewActors)
    add(
      `${layer}.reciprocity.logRelative`,
      reciprocity.logRelative,
      reciprocity.edgewise === null ? empty : reasons.noMutual,
    )
    add(`${layer}.reciprocity.rho`, reciprocity.rho, reciprocity.edgewise === null ? empty : reasons.complete)
    add(`${layer}.reciprocity.weighted`, reciprocity.weighted, empty)
    add(`${layer}.reciprocity.correlation`, reciprocity.correlation, few ? reasons.fewActors : reasons.constant)
    for (const name of ['incoherence', 'ordered', 'circulating', 'returned'] as const)
      add(`${layer}.hierarchy.${name}`, hierarchy[name], empty)
    for (const side of ['given', 'got'] as const)
      for (const name of ['gini', 'theil', 'between', 'within'] as const)
        add(
          `${layer}.inequality.${side}.${name}`,
          inequality[side][name],
          inequality[side].gini === null ? empty : reasons.noGroups,
        )
  }
  const { orientation, embedding, acquaintance } = diagnosis.logics
  add('logics.orientation', orientation, reasons.noCodings)
  add('logics.embedding', embedding, ofRoles(reasons.noHosts))
  add('logics.embedding.oneWay', embedding?.oneWay, reasons.noTrust)
  add('logics.embedding.reverse', embedding?.reverse, reasons.noTrust)
  add('logics.acquaintance', acquaintance, ofRoles(reasons.noPublics))
  for (const { id, voice, delivery } of diagnosis.standings) {
    add(`standing.${id}.voice`, voice, ofRoles(reasons.noGoverning))
    add(`standing.${id}.delivery`, delivery, ofRoles(reasons.noPublic))
  }
  return rows
}
