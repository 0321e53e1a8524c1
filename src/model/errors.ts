/** What went wrong, for programs; the message is for people. */
export type GuanxiErrorCode =
  | 'INVALID_DOCUMENT'
  | 'INVALID_NETWORK'
  | 'INVALID_OPTION'
  | 'UNKNOWN_OPTION'
  | 'UNKNOWN_ACTOR'
  | 'UNKNOWN_LAYER'
  | 'UNKNOWN_ATTRIBUTE'
  | 'INVALID_VALUE'
  | 'MISSING_VALUE'
  | 'DEGENERATE_TEST'
  | 'NO_CONVERGENCE'
  | 'BAD_CHECKPOINT'
  | 'INVALID_FILE'
  | 'CANNOT_WRITE'
  | 'MISSING_PACKAGE'

/** One fault and where it stands: `path` leads from the root of the document, as in `['ties', 0, 'power']`. */
export interface Issue {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/**
 * The one error that this library throws for a caller's mistake.
 *
 * `message` reads `function: what was expected, what came`. `issues` holds every fault that was found, not only the first,
 * and is empty where there is just one thing to say.
 *
 * `instanceof GuanxiError` also holds for errors from another copy of the package (ESM beside CommonJS).
 */
export class GuanxiError extends Error {
  override readonly name = 'GuanxiError'
  readonly code: GuanxiErrorCode
  readonly issues: readonly Issue[]

  constructor(code: GuanxiErrorCode, message: string, issues: readonly Issue[] = []) {
    super(message)
    this.code = code
    this.issues = issues
  }

  /** True for errors of any copy of this library, as when ESM and CommonJS are both loaded. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'GuanxiError'
  }
}

/** Any value in a few words, for messages. */
export function show(value: unknown): string {
  if (typeof value === 'string') return value.length > 60 ? `${show(value.slice(0, 57))}…` : JSON.stringify(value)
  if (typeof value === 'function') return 'a function'
  if (Array.isArray(value)) return `an array of ${value.length}`
  return typeof value === 'object' && value ? 'an object' : String(value)
}
