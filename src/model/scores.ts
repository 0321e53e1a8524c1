import { GuanxiError, show } from './errors.ts'

/** How an iterative method ended. */
export interface Convergence {
  readonly converged: boolean
  readonly iterations: number
  /** Size of the last change or of the remaining error, in the unit that the measure states. */
  readonly residual: number
}

/** Entries that a console shows. */
const PRINTED = 24

/**
 * One number an actor, in the order of the network; iterable over `[id, value]`.
 *
 * An entry that the measure does not define is `null` (in `values`: NaN), and `reason` says why.
 */
export class Scores implements Iterable<[string, number | null]> {
  readonly ids: readonly string[]
  /** The raw column; NaN marks an undefined entry. Read-only. */
  readonly values: Float64Array
  /** Why entries are `null`; `null` when none is. */
  readonly reason: string | null
  /** Set by iterative methods. */
  readonly convergence: Convergence | null

  constructor(
    ids: readonly string[],
    values: Float64Array,
    about: { reason?: string | null; convergence?: Convergence | null } = {},
  ) {
    this.ids = ids
    this.values = values
    this.reason = hasNaN(values) ? (about.reason ?? 'not defined for this actor') : null
    this.convergence = about.convergence ?? null
  }

  /**
   * The value of one actor; `null` when it is not defined.
   * @throws {GuanxiError} `UNKNOWN_ACTOR`
   */
  get(id: string): number | null {
    const i = this.ids.indexOf(id)
    if (i < 0) throw new GuanxiError('UNKNOWN_ACTOR', `Scores.get: no actor ${show(id)}`)
    return orNull(this.values[i]!)
  }

  /** `[id, value]` from the highest value down; equal values in the order of the network, undefined ones last. */
  ranked(): [string, number | null][] {
    return [...this].sort(([, a], [, b]) => (b ?? -Infinity) - (a ?? -Infinity) || 0)
  }

  /** Pairs of id and value in the order of the network. */
  *[Symbol.iterator](): Iterator<[string, number | null]> {
    for (let i = 0; i < this.values.length; i++) yield [this.ids[i]!, orNull(this.values[i]!)]
  }

  /** What Node's and Deno's consoles print: the first entries in their order, to four digits, and why some are `null`. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    const { ids, reason } = this
    const shown = ids.slice(0, PRINTED).map((id, i) => {
      const value = orNull(this.values[i]!)
      return `${/^[\p{L}_][\p{L}\p{N}_]*$/u.test(id) ? id : JSON.stringify(id)}: ${value && Number(value.toPrecision(4))}`
    })
    if (ids.length > PRINTED) shown.push(`… ${ids.length - PRINTED} more`)
    return `Scores(${ids.length}) {${ids.length > 0 ? ` ${shown.join(', ')} ` : ''}}${reason === null ? '' : ` (null: ${reason})`}`
  }

  /** Entries rather than an object: ids such as "10" keep their place, "__proto__" stays an id. */
  toJSON(): [string, number | null][] {
    return [...this]
  }
}

function hasNaN(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) return true
  return false
}

/** NaN as `null`: the one way in which results say "not defined". */
export function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
