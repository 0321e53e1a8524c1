import { show } from '../../model/errors.ts'
import type { Json } from '../../model/network.ts'
import type { ColumnType } from './attributes.ts'
import type { Faults } from './faults.ts'
import type { Losses } from './losses.ts'
import type { Attributes } from './networkBuilder.ts'
import { jsonValue, plainNumber } from './typedValue.ts'

/** What a cell may hold instead of a value that nobody knows. */
export const unknownMarks: readonly string[] = ['', 'NA', 'N/A', 'na', 'null', 'NaN', '.', '未知', '缺失']

/** How numbers and unknowns are written in a table. */
export interface CellStyle {
  /** Decimal mark. @defaultValue '.' */
  readonly decimal?: '.' | ',' | undefined
  /** Cells that mean "unknown". @defaultValue blank, NA, N/A, na, null, NaN, a dot, 未知, 缺失 */
  readonly unknown?: readonly string[] | undefined
}

/** A number, `null` when unknown, `undefined` when it is neither. */
export function cellNumber(cell: string, style: CellStyle): number | null | undefined {
  const trimmed = cell.trim()
  if ((style.unknown ?? unknownMarks).includes(trimmed) || trimmed === '') return null
  if (style.decimal !== ',') return plainNumber(trimmed)
  return trimmed.includes('.') ? undefined : plainNumber(trimmed.replace(',', '.'))
}

/** Columns of a table beside those that the reader knows: raw cells, whose type shows when all are there. */
export class FreeColumns {
  private readonly columns: { name: string; type: ColumnType | undefined; index: number; cells: string[] }[] = []

  constructor(header: readonly string[], taken: ReadonlySet<number>) {
    header.forEach((title, index) => {
      if (taken.has(index) || title === '') return
      const marked = /^(.*):(json|text|number|boolean)$/.exec(title)
      if (marked) this.columns.push({ name: marked[1]!, type: marked[2] as ColumnType, index, cells: [] })
      else this.columns.push({ name: title, type: undefined, index, cells: [] })
    })
  }

  get names(): string[] {
    return this.columns.map(({ name }) => name)
  }

  take(cells: readonly string[]): void {
    for (const column of this.columns) column.cells.push(cells[column.index]!)
  }

  /** Puts the values into the records of the rows; blank is `null`. */
  spread(
    records: readonly Attributes[],
    lines: readonly number[],
    style: CellStyle,
    faults: Faults,
    losses: Losses,
  ): void {
    for (const { name, type, cells } of this.columns) {
      const held = type ?? guess(cells, style)
      cells.forEach((cell, i) => {
        if (name === '__proto__') {
          if (i === 0) faults.add(['line', 1], 'an attribute cannot have this name: __proto__')
          return
        }
        const path = ['line', lines[i]!, name]
        const value = heldValue(cell, held, style, name, path, faults, losses)
        if (value !== undefined) records[i]![name] = value
      })
    }
  }
}

function guess(cells: readonly string[], style: CellStyle): ColumnType {
  let some = false
  let numbers = true
  let flags = true
  for (const cell of cells) {
    const number = cellNumber(cell, style)
    if (number === null) continue
    some = true
    if (number === undefined) numbers = false
    if (!/^(true|false)$/i.test(cell.trim())) flags = false
  }
  if (!some || numbers) return 'number'
  return flags ? 'boolean' : 'text'
}

function heldValue(
  cell: string,
  type: ColumnType,
  style: CellStyle,
  name: string,
  path: readonly (string | number)[],
  faults: Faults,
  losses: Losses,
): Json | undefined {
  if (type === 'text') return cell === '' ? null : cell
  const trimmed = cell.trim()
  if (type === 'json')
    return trimmed === '' ? undefined : jsonValue(cell, { name, type: 'string', json: true }, path, faults, losses)
  if (type === 'boolean') {
    if (cellNumber(cell, style) === null) return null
    if (/^(true|false)$/i.test(trimmed)) return trimmed.toLowerCase() === 'true'
    faults.add(path, `expected true or false, got ${show(cell)}`)
    return undefined
  }
  const number = cellNumber(cell, style)
  if (number === undefined) faults.add(path, `expected a number, got ${show(cell)}`)
  return number
}

/** Header and cell for a value of this type; the header is marked where a reader would guess another type. */
export function columnTitle(name: string, type: ColumnType, values: Iterable<Json | undefined>): string {
  if (type === 'json') return `${name}:json`
  if (type === 'text') {
    for (const value of values)
      if (typeof value === 'string' && !looksLikeText(value)) return value === '' ? `${name}:json` : `${name}:text`
  }
  return /:(json|text|number|boolean)$/.test(name) ? `${name}:${type}` : name
}

function looksLikeText(value: string): boolean {
  return value.trim() !== '' && cellNumber(value, {}) === undefined && !/^(true|false)$/i.test(value.trim())
}
