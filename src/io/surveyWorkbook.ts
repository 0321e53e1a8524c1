import { missingPackage } from '../model/missingPackage.ts'
import { type SurveyTemplateOptions, surveyTemplate } from './surveyTemplate.ts'

/**
 * The questionnaire of `surveyTemplate` as an Excel workbook (.xlsx), with a second sheet that says how to fill it in.
 *
 * @param options - as for `surveyTemplate`.
 * @returns the file's bytes.
 * @throws {GuanxiError} `INVALID_OPTION` as `surveyTemplate`; `MISSING_PACKAGE` without write-excel-file, which few need.
 *
 * @example
 * ```ts
 * import { readSurveyWorkbook, surveyTemplate, surveyWorkbook } from 'guanxi/io'
 *
 * const form = { actors: ['a', 'b'], layers: { trust: ['openness'] } }
 * const { reading } = surveyTemplate(form)
 * const { network } = await readSurveyWorkbook(await surveyWorkbook(form), reading)
 * network.size // => 2
 * ```
 */
export async function surveyWorkbook(options: SurveyTemplateOptions): Promise<Uint8Array> {
  const { rows, guide } = surveyTemplate(options)
  let excel: typeof import('write-excel-file/universal')
  try {
    excel = await import('write-excel-file/universal')
  } catch (error) {
    throw missingPackage('surveyWorkbook', 'write-excel-file', error)
  }
  const zh = options.lang === 'zh'
  const [header, ...pairs] = rows
  const blob = await excel
    .default([
      {
        sheet: zh ? '问卷' : 'Survey',
        data: [
          header!.map(value => ({ value, fontWeight: 'bold' as const })),
          ...pairs.map(row => row.map(value => (value === '' ? null : { value, type: String }))),
        ],
        columns: header!.map((_, i) => ({ width: i < 2 ? 24 : 14 })),
        stickyRowsCount: 1,
      },
      { sheet: zh ? '填写说明' : 'How to fill in', data: guide.map(value => [{ value }]), columns: [{ width: 90 }] },
    ])
    .toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}
