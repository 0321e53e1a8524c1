import { GuanxiError, show } from './errors.ts'

/**
 * What one option may be: a short text for the error, and a test.
 * Options are checked by hand rather than by zod, so that a bundle of one measure stays small.
 */
export interface OptionRule {
  readonly expected: string
  readonly accepts: (value: unknown) => boolean
}

/**
 * Refuses unknown option names and values of the wrong kind; an option that is `undefined` counts as not given.
 *
 * @throws {GuanxiError} `UNKNOWN_OPTION` naming the option and the known ones; `INVALID_OPTION` naming what was expected.
 */
export function checkOptions(where: string, options: unknown = {}, rules: Readonly<Record<string, OptionRule>>): void {
  if (typeof options !== 'object' || !options || Array.isArray(options))
    throw new GuanxiError('INVALID_OPTION', `${where}: expected an object of options, got ${show(options)}`)
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(rules, name))
      throw new GuanxiError(
        'UNKNOWN_OPTION',
        `${where}: no option ${show(name)}; known are ${Object.keys(rules).join(', ') || 'none'}`,
      )
    const { expected, accepts } = rules[name]!
    if (value !== undefined && !accepts(value))
      throw new GuanxiError('INVALID_OPTION', `${where}: expected ${name} to be ${expected}, got ${show(value)}`)
  }
}

/** Refuses a call that leaves out an option without a default. */
export function requireOption<T>(where: string, name: string, value: T | undefined): T {
  if (value === undefined) throw new GuanxiError('INVALID_OPTION', `${where}: option ${name} is required`)
  return value
}

export const text: OptionRule = {
  expected: 'a non-empty text',
  accepts: value => typeof value === 'string' && value.length > 0,
}

export const finite: OptionRule = { expected: 'a finite number', accepts: value => Number.isFinite(value) }

export const flag: OptionRule = { expected: 'true or false', accepts: value => typeof value === 'boolean' }

/** A stream's seed: any integer that a double holds exactly. */
export const seed: OptionRule = { expected: 'an integer', accepts: value => Number.isSafeInteger(value) }

export const texts: OptionRule = {
  expected: 'an array of texts',
  accepts: value => Array.isArray(value) && value.every(item => typeof item === 'string' && item.length > 0),
}

export const callback: OptionRule = { expected: 'a function', accepts: value => typeof value === 'function' }

export const abortSignal: OptionRule = {
  expected: 'an AbortSignal',
  accepts: value => typeof value === 'object' && value !== null && 'aborted' in value,
}

export function numberIn(low: number, high: number): OptionRule {
  return {
    expected: `a number from ${low} to ${high}`,
    accepts: value => typeof value === 'number' && value >= low && value <= high && Number.isFinite(value),
  }
}

export function integerIn(low: number, high: number): OptionRule {
  return {
    expected: `a whole number from ${low} to ${high}`,
    accepts: value => Number.isInteger(value) && (value as number) >= low && (value as number) <= high,
  }
}

export function oneOf(...names: readonly string[]): OptionRule {
  return { expected: `one of ${names.join(', ')}`, accepts: value => names.includes(value as string) }
}
