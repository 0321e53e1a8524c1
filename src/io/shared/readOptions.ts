import { flag, integerIn, type OptionRule, oneOf, text } from '../../model/options.ts'
import type { Faults } from './faults.ts'

/** Caps against hostile files; a file above one is refused before it is read. */
export interface ReadLimits {
  /** Characters of text. @defaultValue 500,000,000 */
  readonly maxCharacters?: number | undefined
  /** Elements, arrays or objects within each other. @defaultValue 64 */
  readonly maxDepth?: number | undefined
  /** Actors. @defaultValue 5,000,000 */
  readonly maxActors?: number | undefined
  /** Ties. @defaultValue 20,000,000 */
  readonly maxTies?: number | undefined
}

/** Options of every reader of a network. */
export interface ReadOptions extends ReadLimits {
  /** Kind of the actors for whom the file gives none. @defaultValue 'actor' */
  readonly kind?: string | undefined
  /** Kinds by actor id; they stand before the file's own. */
  readonly kinds?: Readonly<Record<string, string>> | undefined
  /** New names for tie attributes of the file, such as `{ weight: 'trust' }`. */
  readonly rename?: Readonly<Record<string, string>> | undefined
  /**
   * What to do with a second tie between the same two actors in the same direction: refuse the file, or merge the numbers by
   * sum, by the first or by the largest (an unknown one makes the merged one unknown, except with `'first'`).
   * @defaultValue 'refuse'
   */
  readonly parallel?: 'refuse' | 'sum' | 'first' | 'max' | undefined
}

export const textRecord: OptionRule = {
  expected: 'an object of texts',
  accepts: value =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(item => typeof item === 'string' && item.length > 0),
}

const cap = integerIn(0, Number.MAX_SAFE_INTEGER)

/** Rules for `checkOptions`, to be spread into a reader's own. */
export const readRules = {
  kind: text,
  kinds: textRecord,
  rename: textRecord,
  parallel: oneOf('refuse', 'sum', 'first', 'max'),
  maxCharacters: cap,
  maxDepth: cap,
  maxActors: cap,
  maxTies: cap,
} as const

export const noRules = {} as const
export { flag }

/** Refuses what is not text, or is too long; takes off a byte order mark. */
export function checkedText(input: unknown, options: ReadLimits, faults: Faults): string {
  if (typeof input !== 'string') faults.fatal([], `expected text, got ${input === null ? 'null' : typeof input}`)
  const { maxCharacters = 500_000_000 } = options
  if (input.length > maxCharacters)
    faults.fatal([], `expected at most ${maxCharacters} characters (maxCharacters), got ${input.length}`)
  return input.charCodeAt(0) === 0xfeff ? input.slice(1) : input
}
