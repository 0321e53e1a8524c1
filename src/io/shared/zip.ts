import { unzipSync } from 'fflate'
import type { Faults } from './faults.ts'

/** Caps against hostile archives. */
export interface ZipLimits {
  /** Bytes that all entries together may have once unpacked. @defaultValue 500,000,000 */
  readonly maxBytes?: number | undefined
  /** How many times its packed size an entry of more than a megabyte may have. @defaultValue 200 */
  readonly maxRatio?: number | undefined
  /** Entries. @defaultValue 10,000 */
  readonly maxEntries?: number | undefined
}

/** Unpacks the entries that `wanted` names, after all have been checked by the archive's directory. */
export function unzip(
  bytes: unknown,
  limits: ZipLimits,
  faults: Faults,
  wanted: (name: string) => boolean,
): Map<string, Uint8Array> {
  if (!(bytes instanceof Uint8Array)) return faults.fatal([], 'expected bytes (a Uint8Array)')
  const { maxBytes = 500_000_000, maxRatio = 200, maxEntries = 10_000 } = limits
  let total = 0
  let entries = 0
  const names = new Set<string>()
  const sizes = new Map<string, number>()
  const check = ({ name, size, originalSize }: { name: string; size: number; originalSize: number }) => {
    const path = ['entry', name]
    if (++entries > maxEntries) faults.fatal([], `more than ${maxEntries} entries (maxEntries)`)
    if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:/i.test(name) || name.includes('\0'))
      faults.fatal(path, 'a name that leads out of the archive')
    if (names.has(name)) faults.fatal(path, 'two entries have this name')
    names.add(name)
    total += originalSize
    if (total > maxBytes) faults.fatal(path, `more than ${maxBytes} bytes when unpacked (maxBytes)`)
    if (originalSize > 1_000_000 && originalSize > size * maxRatio)
      faults.fatal(path, `unpacks to more than ${maxRatio} times its size (maxRatio)`)
    sizes.set(name, originalSize)
    return false
  }
  const run = (filter: Parameters<typeof unzipSync>[1] & object) => {
    try {
      return unzipSync(bytes, filter)
    } catch (error) {
      if (typeof (error as { code?: unknown }).code === 'string') throw error
      return faults.fatal([], `not a zip archive that can be read: ${(error as Error).message}`)
    }
  }
  run({ filter: check })
  const unpacked = run({ filter: ({ name }) => wanted(name) })
  const files = new Map<string, Uint8Array>()
  for (const name of names) {
    const content = Object.hasOwn(unpacked, name) ? unpacked[name] : undefined
    if (!content) continue
    if (content.length !== sizes.get(name))
      faults.fatal(['entry', name], 'the entry is damaged: its size is not as said')
    files.set(name, content)
  }
  return files
}

/** UTF-8 text, or a fault where the bytes are none. */
export function utf8(bytes: Uint8Array, path: readonly string[], faults: Faults): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return faults.fatal(path, 'not UTF-8 text')
  }
}
