import { GuanxiError } from 'guanxi'
import { faultsInChinese } from 'guanxi/io'
import type { Fault } from './protocol.ts'

/** What can be said of an error on the other side of a worker. */
export function faultOf(error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error)
  if (!(error instanceof GuanxiError)) return { message, code: null, chinese: [] }
  const chinese = faultsInChinese(error)
  return { message, code: error.code, chinese: chinese[0] === message ? [] : chinese }
}
