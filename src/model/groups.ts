import { GuanxiError, show } from './errors.ts'
import { type OptionRule, text } from './options.ts'
import { collectWith, isSnapshot, type NetworkLike, type Snapshot } from './snapshot.ts'

/** Actors parted into groups by one of their attributes. */
export interface Groups {
  /** Names of the groups in the order of their first actor. */
  readonly names: readonly string[]
  /** For every actor the place of its group in `names`. */
  readonly of: Uint32Array
  /** Number of actors in each group. */
  readonly sizes: Float64Array
}

/** Rule for `checkOptions`: the name of an actor attribute. */
export const groupRule: OptionRule = text

/** A network as `readTies` and `readGroups` both take it: with a layer, if one is wanted, and the attribute that parts actors. */
export function withGroups(network: NetworkLike, layer: string | undefined, attribute: string): Snapshot {
  return isSnapshot(network) ? network : collectWith(network, layer === undefined ? [] : [layer], [attribute])
}

/**
 * The groups that an actor attribute makes: actors with the same text, number or truth value are together.
 *
 * A network has to be read with the attribute, see `withGroups`.
 *
 * @throws {GuanxiError} `UNKNOWN_ATTRIBUTE` when no actor has it, `MISSING_VALUE` when one has not: an actor without a group
 *   is not a group; `INVALID_VALUE` when a value is neither text, number nor truth value.
 */
export function readGroups(where: string, snapshot: Snapshot, attribute: string): Groups {
  const { ids } = snapshot
  const column = snapshot.attributes.get(attribute)
  const of = new Uint32Array(ids.length)
  if (ids.length > 0 && !column?.some(value => value !== undefined && value !== null))
    throw new GuanxiError('UNKNOWN_ATTRIBUTE', `${where}: no actor has an attribute called ${show(attribute)}`)
  const places = new Map<unknown, number>()
  const names: string[] = []
  const sizes: number[] = []
  for (let i = 0; i < ids.length; i++) {
    const value = column![i]
    if (value === undefined || value === null)
      throw new GuanxiError(
        'MISSING_VALUE',
        `${where}: expected every actor to have ${attribute}, ${show(ids[i])} has none`,
      )
    if (typeof value === 'object')
      throw new GuanxiError(
        'INVALID_VALUE',
        `${where}: expected ${attribute} of ${show(ids[i])} to be a text, number or truth value, got ${show(value)}`,
      )
    let place = places.get(value)
    if (place === undefined) {
      place = names.length
      places.set(value, place)
      names.push(String(value))
      sizes.push(0)
    }
    of[i] = place
    sizes[place]!++
  }
  return { names, of, sizes: Float64Array.from(sizes) }
}
