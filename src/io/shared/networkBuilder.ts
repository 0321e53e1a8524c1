import { DirectedGraph } from 'graphology'
import { documentIssues } from '../../model/documentIssues.ts'
import { show } from '../../model/errors.ts'
import type { ActorAttributes, Json, NetworkAttributes, RelationNetwork, TieAttributes } from '../../model/network.ts'
import type { Faults } from './faults.ts'
import { counted, type Losses } from './losses.ts'
import type { ReadOptions } from './readOptions.ts'

export type Attributes = Record<string, Json | undefined>
export type Path = readonly (string | number)[]
/** Where something stands in the file: a number (a line, an ordinal) that `pathOf` turns into a path only when it is needed. */
export type PlaceNames = { actor: (place: number) => Path; tie: (place: number) => Path }

const ownFields = { actor: ['id'], tie: ['source', 'target'] } as const

const inRange: Readonly<Record<string, [(value: number) => boolean, string]>> = {
  power: [value => value >= 0 && value <= 1, 'a number from 0 to 1'],
  trust: [value => value >= 0 && value <= 1, 'a number from 0 to 1'],
  resources: [value => value >= 0, 'a number from 0'],
}

/**
 * Puts what a reader finds into a network, under the rules of `createNetwork` but naming places of the file.
 *
 * It builds the graph without a document in between, and puts ties into it as they come, so that a million ties are not held
 * twice. Only from the first tie on whose actor is not there yet, ties wait for the end of the file.
 */
export class NetworkBuilder {
  private readonly options: ReadOptions
  private readonly faults: Faults
  private readonly losses: Losses
  private readonly places: PlaceNames
  private readonly network: RelationNetwork = new DirectedGraph<ActorAttributes, TieAttributes, NetworkAttributes>()
  private readonly actorPlaces = new Map<string, number>()
  private waiting: { source: string; target: string; attributes: Attributes; place: number }[] = []
  private ties = 0
  private kindless = 0

  constructor(options: ReadOptions, faults: Faults, losses: Losses, places: PlaceNames) {
    this.options = options
    this.faults = faults
    this.losses = losses
    this.places = places
  }

  ids(): string[] {
    return this.network.nodes()
  }

  hasActor(id: string): boolean {
    return this.network.hasNode(id)
  }

  actor(id: string, given: Attributes, place: number) {
    const path = () => this.places.actor(place)
    if (typeof id !== 'string' || id === '') return this.faults.add(path(), 'expected an id, got an empty text')
    if (this.network.hasNode(id)) {
      const first = this.places.actor(this.actorPlaces.get(id)!)
      return this.faults.add(path(), `the actor ${show(id)} stands already at ${first.join(' ')}`)
    }
    const { maxActors = 5_000_000 } = this.options
    if (this.network.order >= maxActors) this.faults.fatal(path(), `more than ${maxActors} actors (maxActors)`)
    const named = this.options.kinds && Object.hasOwn(this.options.kinds, id) ? this.options.kinds[id] : undefined
    const kind = named ?? given.kind
    if (kind === undefined || kind === null || kind === '') this.kindless++
    else if (typeof kind !== 'string') return this.faults.add(path(), `expected kind to be a text, got ${show(kind)}`)
    const attributes: Attributes = { kind: (kind as string) || (this.options.kind ?? 'actor') }
    for (const name of Object.keys(given)) {
      if (name === 'kind' || given[name] === undefined || (name === 'label' && given[name] === null)) continue
      if (!this.nameable(name, path) || this.taken(name, ownFields.actor, 'actor')) continue
      attributes[name] = given[name]
    }
    if (attributes.label !== undefined && typeof attributes.label !== 'string')
      for (const issue of documentIssues({ actors: [{ id, kind: 'x', label: attributes.label }], ties: [] }))
        this.faults.add([...path(), ...issue.path.slice(2)], issue.message)
    this.network.addNode(id, attributes as ActorAttributes)
    this.actorPlaces.set(id, place)
  }

  tie(source: string, target: string, attributes: Attributes, place: number): void {
    const { maxTies = 20_000_000 } = this.options
    if (this.ties >= maxTies) this.faults.fatal(this.places.tie(place), `more than ${maxTies} ties (maxTies)`)
    this.ties++
    if (this.waiting.length === 0 && this.network.hasNode(source) && this.network.hasNode(target))
      this.place(source, target, attributes, place)
    else this.waiting.push({ source, target, attributes, place })
  }

  /** One undirected edge of the file: a tie each way. */
  mutualTie(source: string, target: string, attributes: Attributes, place: number, word = 'undirected edge'): void {
    this.tie(source, target, attributes, place)
    if (source === target) return
    this.tie(target, source, { ...attributes }, place)
    this.losses.add(count => `${counted(count, word)} read as two ties each, one each way`, `mutual ${word}`)
  }

  /** The network, once all actors and ties are told. */
  finish(attributes: Attributes = {}): RelationNetwork {
    const keys = Object.keys(attributes).filter(name => attributes[name] !== undefined && attributes[name] !== null)
    for (const name of keys) {
      if (name === 'name' && typeof attributes.name !== 'string')
        this.losses.add('the name of the network is left out: it is no text')
      else if (this.nameable(name, () => ['network'])) this.network.setAttribute(name, attributes[name] as never)
    }
    for (const { source, target, attributes, place } of this.waiting) this.place(source, target, attributes, place)
    this.waiting = []
    this.faults.raise()
    if (this.kindless > 0)
      this.losses.add(
        `the file gives no kind for ${counted(this.kindless, 'actor')}; they have the kind ${show(this.options.kind ?? 'actor')} (options kind, kinds)`,
      )
    const nobody = Object.keys(this.options.kinds ?? {}).filter(id => !this.network.hasNode(id))
    if (nobody.length > 0)
      this.losses.add(
        `the option kinds names ${counted(nobody.length, 'actor')} whom the file does not hold: ${nobody.slice(0, 10).map(show).join(', ')}${nobody.length > 10 ? ', …' : ''}`,
      )
    return this.network
  }

  private place(source: string, target: string, given: Attributes, place: number) {
    const path = () => this.places.tie(place)
    let known = true
    for (const [end, id] of [
      ['source', source],
      ['target', target],
    ] as const) {
      if (typeof id !== 'string' || id === '') {
        this.faults.add([...path(), end], 'expected the id of an actor, got nothing')
        known = false
      } else if (!this.network.hasNode(id)) {
        this.faults.add([...path(), end], `no actor has the id ${show(id)}`)
        known = false
      } else if (id in Object.prototype) {
        // graphology keeps neighbours in plain objects, in which these names are taken.
        this.faults.add([...path(), end], `an actor with ties cannot have the id ${show(id)}`)
        known = false
      }
    }
    if (!known) return
    const attributes = this.checkedTie(given, path)
    if (source === target)
      return this.losses.add(
        count => `${counted(count, 'self-tie was', 'self-ties were')} left out: a tie joins two actors`,
        'self-ties',
      )
    const earlier = this.network.edge(source, target)
    if (earlier === undefined) {
      this.network.addDirectedEdgeWithKey(`tie-${this.network.size}`, source, target, attributes as TieAttributes)
      return
    }
    const { parallel = 'refuse' } = this.options
    if (parallel === 'refuse')
      return this.faults.add(
        path(),
        `repeats the tie from ${show(source)} to ${show(target)}; the option parallel says how to merge them`,
      )
    this.losses.add(
      count => `${counted(count, 'repeated tie')} merged into the first between the same actors (${parallel})`,
      'parallel',
    )
    this.network.replaceEdgeAttributes(
      earlier,
      merged(this.network.getEdgeAttributes(earlier), attributes, parallel) as TieAttributes,
    )
  }

  private checkedTie(given: Attributes, path: () => Path): Attributes {
    const { rename } = this.options
    const attributes: Attributes = {}
    for (const key of Object.keys(given)) {
      const value = given[key]
      if (value === undefined) continue
      const name = rename && Object.hasOwn(rename, key) ? rename[key]! : key
      if (!this.nameable(name, path) || this.taken(name, ownFields.tie, 'tie')) continue
      if (Object.hasOwn(inRange, name)) {
        const [holds, expected] = inRange[name]!
        if (value !== null && (typeof value !== 'number' || !holds(value)))
          this.faults.add([...path(), name], `expected ${expected} or nothing, got ${show(value)}`)
      } else if (name === 'evidence')
        for (const issue of evidenceIssues(value)) this.faults.add([...path(), ...issue.path.slice(2)], issue.message)
      attributes[name] = value
    }
    return attributes
  }

  /** Documents need these names for themselves. */
  private taken(name: string, fields: readonly string[], of: string): boolean {
    if (!fields.includes(name)) return false
    this.losses.add(`the ${of} attribute ${name} is left out: documents need the name for themselves`)
    return true
  }

  private nameable(name: string, path: () => Path): boolean {
    if (name !== '__proto__') return true
    this.faults.add([...path(), name], 'an attribute cannot have this name')
    return false
  }
}

function evidenceIssues(evidence: Json): ReturnType<typeof documentIssues> {
  const actors = ['a', 'b'].map(id => ({ id, kind: 'x' }))
  return documentIssues({ actors, ties: [{ source: 'a', target: 'b', evidence }] })
}

function merged(first: Attributes, second: Attributes, rule: 'sum' | 'first' | 'max'): Attributes {
  const result: Attributes = { ...first }
  if (rule === 'first') return result
  for (const name of Object.keys(second)) {
    const a = Object.hasOwn(first, name) ? first[name] : undefined
    const b = second[name]
    if (name === 'evidence' && Array.isArray(a) && Array.isArray(b)) result[name] = [...a, ...b]
    else if (typeof a === 'number' && typeof b === 'number') result[name] = rule === 'sum' ? a + b : Math.max(a, b)
    else if (typeof b === 'number' || b === null) result[name] = a === undefined ? b : null
    else if (a === undefined) result[name] = b
  }
  return result
}
