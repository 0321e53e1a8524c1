import { GuanxiError } from 'guanxi'
import type { Fault } from './protocol.ts'

/** What can be said of an error on the other side of a worker. */
export function faultOf(error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error)
  if (!(error instanceof GuanxiError)) return { message, code: null, places: [] }
  return { message, code: error.code, places: error.issues.map(({ path }) => path) }
}
