import { sha256 } from '../../kernel/sha256.ts'

/** SHA-256 of a JSON value; the order of the keys in its objects does not matter, that of lists does. */
export function hashOf(value: unknown): string {
  return sha256(JSON.stringify(sorted(value)))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, item]) => [key, sorted(item)]),
  )
}
