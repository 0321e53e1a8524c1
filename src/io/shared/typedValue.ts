import { show } from '../../model/errors.ts'
import type { Json } from '../../model/network.ts'
import type { Faults } from './faults.ts'
import type { Losses } from './losses.ts'
import type { Path } from './networkBuilder.ts'

/** An attribute that an XML file declares; `json` marks a text that holds JSON of ours. */
export interface Declared {
  readonly name: string
  readonly type: string
  readonly json?: boolean
  /** The evidence of ties, where a text that is not JSON is a quotation. */
  readonly evidence?: boolean
  /** The default. */
  value?: Json
}

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** A number in plain decimal notation, or `undefined`: no hexadecimal, no blank, nothing beyond doubles. */
export function plainNumber(text: string): number | undefined {
  if (!number.test(text)) return undefined
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}

/** The value of a typed text of GEXF or GraphML. NaN and infinities are unknown, with a loss. */
export function typedValue(text: string, column: Declared, path: Path, faults: Faults, losses: Losses): Json {
  const trimmed = text.trim()
  switch (column.type) {
    case 'double':
    case 'float':
    case 'integer':
    case 'int':
    case 'long':
    case 'short':
    case 'bigdecimal':
    case 'biginteger':
    case 'byte': {
      if (/^[+-]?(nan|inf|infinity)$/i.test(trimmed)) {
        losses.add(`${show(column.name)} holds NaN or infinity, which is read as unknown`)
        return null
      }
      const value = plainNumber(trimmed)
      if (value === undefined) {
        faults.add(path, `expected a number, got ${show(text)}`)
        return null
      }
      if (Number.isInteger(value) && !Number.isSafeInteger(value) && /^[+-]?\d+$/.test(trimmed))
        losses.add(`${show(column.name)} holds whole numbers beyond 2⁵³, which lose their last digits`)
      return value
    }
    case 'boolean':
      if (trimmed === 'true' || trimmed === '1' || trimmed === 'True') return true
      if (trimmed === 'false' || trimmed === '0' || trimmed === 'False') return false
      faults.add(path, `expected true or false, got ${show(text)}`)
      return null
    default:
      return column.json || column.evidence ? jsonValue(text, column, path, faults, losses) : text
  }
}

/** JSON within a text cell: ours (a fault when it is broken), or an `evidence` column of somebody's. */
export function jsonValue(text: string, column: Declared, path: Path, faults: Faults, losses: Losses): Json {
  try {
    return JSON.parse(text, (key, value) => {
      if (key === '__proto__' || (typeof value === 'number' && !Number.isFinite(value))) throw new Error(key)
      return value
    }) as Json
  } catch {
    if (column.json) faults.add(path, `expected JSON, got ${show(text)}`)
    else {
      losses.add('an evidence column that is not JSON is read as quotations')
      return [{ kind: 'quotation', at: text }]
    }
    return null
  }
}
