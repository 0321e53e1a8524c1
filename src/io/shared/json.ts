import { show } from '../../model/errors.ts'
import type { Json } from '../../model/network.ts'
import type { Faults } from './faults.ts'
import type { Path } from './networkBuilder.ts'
import { checkedText, type ReadLimits } from './readOptions.ts'

export type JsonObject = Record<string, Json>

/** Parses JSON text under the caps; refuses what a document cannot hold (a number beyond doubles, a `__proto__` key). */
export function parseJson(input: unknown, options: ReadLimits, faults: Faults): Json {
  const text = checkedText(input, options, faults)
  const { maxDepth = 64 } = options
  checkDepth(text, maxDepth, faults)
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch (error) {
    return faults.fatal([], `not JSON: ${(error as Error).message}`)
  }
  checkValues(value, [], faults)
  return value
}

/** Depth is counted before parsing, so that no recursion meets a hostile one. */
function checkDepth(text: string, maxDepth: number, faults: Faults): void {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 34) {
      for (i++; i < text.length && text.charCodeAt(i) !== 34; i++) if (text.charCodeAt(i) === 92) i++
    } else if (c === 91 || c === 123) {
      if (++depth > maxDepth) faults.fatal([], `more than ${maxDepth} arrays or objects within each other (maxDepth)`)
    } else if (c === 93 || c === 125) depth--
  }
}

function checkValues(value: Json, path: (string | number)[], faults: Faults): void {
  if (typeof value === 'number' && !Number.isFinite(value)) faults.add([...path], 'a number too large to hold')
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value))
    for (let i = 0; i < value.length; i++) {
      path.push(i)
      checkValues(value[i]!, path, faults)
      path.pop()
    }
  else
    for (const key of Object.keys(value)) {
      path.push(key)
      if (key === '__proto__') faults.add([...path], 'an attribute cannot have this name')
      else checkValues(value[key]!, path, faults)
      path.pop()
    }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An array at this place, or a fault and an empty one. */
export function arrayAt(value: Json | undefined, path: Path, faults: Faults): Json[] {
  if (Array.isArray(value)) return value
  faults.add(path, `expected an array, got ${show(value)}`)
  return []
}

/** An id: a text, or a number as its text. */
export function idText(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined
}
