import { dsvFormat } from 'd3-dsv'
import type { Faults } from './faults.ts'
import { checkedText, type ReadLimits } from './readOptions.ts'

/** How a table of text is written. */
export interface CsvStyle {
  /** What parts the cells. @defaultValue the one of `,` `;` and tab that stands most often in the first line */
  readonly separator?: string | undefined
}

/**
 * Calls `row` for each row of a table with the line on which it begins; rows without any content are passed over.
 *
 * The first row is the header; every other must have as many cells. Time linear in the text; rows are not kept.
 */
export function scanCsv(
  input: unknown,
  options: ReadLimits & CsvStyle,
  faults: Faults,
  start: (header: string[], separator: string) => void,
  row: (cells: string[], line: number) => void,
): void {
  const text = checkedText(input, options, faults)
  const separator = options.separator ?? likelySeparator(text)
  const quoted = text.includes('"')
  if (quoted && isOpen(text)) faults.fatal([], 'a quotation mark is never closed')
  let line = 1
  let width = -1
  dsvFormat(separator).parseRows(text, cells => {
    const begins = line
    line += 1 + (quoted ? breaksIn(cells) : 0)
    if (cells.every(cell => cell.trim() === '')) return null
    if (width < 0) {
      width = cells.length
      start(
        cells.map(cell => cell.trim()),
        separator,
      )
    } else if (cells.length !== width)
      faults.add(['line', begins], `expected ${width} cells as in the header, got ${cells.length}`)
    else row(cells, begins)
    return null
  })
  if (width < 0) faults.fatal([], 'the table has no header')
}

function likelySeparator(text: string): string {
  const end = text.search(/[\r\n]/)
  const head = (end < 0 ? text : text.slice(0, end)).replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t'].map(mark => head.split(mark).length)
  return [',', ';', '\t'][counts.indexOf(Math.max(...counts))]!
}

function isOpen(text: string): boolean {
  let marks = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) marks++
  return marks % 2 === 1
}

function breaksIn(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) if (/[\r\n]/.test(cell)) count += cell.split(/\r\n|\r|\n/).length - 1
  return count
}

/** One row of a CSV text. */
export function csvRow(cells: readonly string[]): string {
  return cells.map(cell => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
}
