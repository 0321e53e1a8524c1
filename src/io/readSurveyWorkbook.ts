import { GuanxiError } from '../model/errors.ts'
import { missingPackage } from '../model/missingPackage.ts'
import { readSurvey, type SurveyOptions, type SurveyResult } from './readSurvey.ts'
import { csvRow } from './shared/csv.ts'
import { Faults } from './shared/faults.ts'
import { scanXml } from './shared/xml.ts'
import { unzip, utf8 } from './shared/zip.ts'

/** More cells than this between A1 and the last one are refused: a file of one kilobyte could ask for billions. */
const MOST_CELLS = 5_000_000

/**
 * Reads a survey from the first sheet of an Excel workbook (.xlsx), such as a filled-in `surveyWorkbook`.
 *
 * @param bytes - the file.
 * @param options - as for `readSurvey`; `separator` and `decimal` have no meaning here.
 * @returns as `readSurvey`; lines are rows of the sheet.
 * @throws {GuanxiError} `INVALID_FILE` as `readSurvey`, and for what is no workbook or a hostile one; `MISSING_PACKAGE` without
 *   read-excel-file, which few need.
 *
 * Time linear in the cells.
 *
 * @example
 * ```ts
 * import { readSurveyWorkbook, surveyTemplate, surveyWorkbook } from 'guanxi/io'
 *
 * const form = { actors: ['甲', '乙', '丙'], lang: 'zh' as const }
 * const bytes = await surveyWorkbook(form)
 * const { nonRespondents, network } = await readSurveyWorkbook(bytes, surveyTemplate(form).reading)
 * network.getEdgeAttribute(network.edge('甲', '乙'), 'trust') // => null
 * ```
 */
export async function readSurveyWorkbook(bytes: Uint8Array, options: SurveyOptions): Promise<SurveyResult> {
  const faults = new Faults('readSurveyWorkbook')
  const sheets = unzip(bytes, {}, faults, name => /^xl\/worksheets\/[^/]+\.xml$/i.test(name))
  if (sheets.size === 0) faults.fatal([], 'expected an Excel workbook (.xlsx)')
  for (const [name, sheet] of sheets) checkExtent(utf8(sheet, ['entry', name], faults), name, faults)
  let excel: typeof import('read-excel-file/universal')
  try {
    excel = await import('read-excel-file/universal')
  } catch (error) {
    throw missingPackage('readSurveyWorkbook', 'read-excel-file', error)
  }
  let rows: readonly (readonly unknown[])[]
  try {
    // A copy, as the bytes may be part of a larger buffer.
    rows = await excel.readSheet(bytes.slice().buffer)
  } catch (error) {
    if (error instanceof GuanxiError) throw error
    return faults.fatal([], `not a workbook that can be read: ${(error as Error)?.message ?? String(error)}`)
  }
  const text = rows.map(row => csvRow(row.map(cellOf))).join('\n')
  return readSurvey(text, { ...options, separator: ',', decimal: '.' })
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return value instanceof Date ? value.toISOString() : String(value)
}

/** The reader makes a row and a cell for every place before the last one, so the last one is looked at first. */
function checkExtent(sheet: string, name: string, faults: Faults): void {
  let rows = 0
  let columns = 0
  scanXml(sheet, 'worksheet', {}, faults, {
    open(element, { r }) {
      if ((element !== 'c' && element !== 'row') || r === undefined) return
      const [, letters, digits] =
        /^([A-Z]{0,3})(\d{0,7})$/.exec(r) ?? faults.fatal(['entry', name], `no such cell: ${r}`)
      rows = Math.max(rows, Number(digits))
      columns = Math.max(
        columns,
        [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
      )
      if (rows * columns > MOST_CELLS)
        faults.fatal(['entry', name], `expected at most ${MOST_CELLS} cells, the sheet reaches to ${r}`)
    },
    close() {},
  })
}
