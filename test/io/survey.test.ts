import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { GuanxiError } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import { readSurvey, readSurveyWorkbook, type SurveyTemplateOptions, surveyTemplate, surveyWorkbook } from 'guanxi/io'
import { describe, expect, test } from 'vitest'

const form: SurveyTemplateOptions = {
  actors: [{ id: 'street', label: { zh: '街道办', en: 'Street office' } }, { id: 'agency', label: '社工机构' }, '居民'],
  layers: { trust: ['可靠', '坦诚'], power: ['影响力'] },
  lang: 'zh',
}

/** The template with answers put into it, row by row. */
function filled(answers: Readonly<Record<string, readonly string[]>>): string {
  return surveyTemplate(form)
    .rows.map(([respondent, about, ...items]) => {
      const given = answers[`${respondent}>${about}`]
      return [respondent, about, ...(given ?? items)].join(',')
    })
    .join('\r\n')
}

describe('surveyTemplate', () => {
  test('a row for each ordered pair, under the words of the language', () => {
    const { text, rows } = surveyTemplate(form)
    expect(text.startsWith('\ufeff填写人,评价对象,可靠,坦诚,影响力\r\n街道办,社工机构,,,\r\n')).toBe(true)
    expect(rows).toHaveLength(1 + 3 * 2)
  })
  test('without layers: one item each for power, resources and trust', () => {
    expect(surveyTemplate({ actors: ['a', 'b'] }).rows[0]).toEqual([
      'respondent',
      'about',
      'Power',
      'Resources',
      'Trust',
    ])
    expect(surveyTemplate({ actors: ['a', 'b'], scale: [0, 10] }).guide.join(' ')).toMatch(/from 0 .* to 10/)
  })
  test('the actors of a network', () => {
    const actors = xCommunity().mapNodes((id, { label }) => ({ id, label }))
    const { rows, reading } = surveyTemplate({ actors, lang: 'en' })
    expect(rows).toHaveLength(1 + actors.length * (actors.length - 1))
    expect(readSurvey(rows.map(row => row.join(',')).join('\n'), reading).network.nodes()).toEqual(xCommunity().nodes())
  })
  test('filled in, it comes back under the ids: (4 - 1) / 4, and the mean of two items', () => {
    const csv = filled({ '街道办>社工机构': ['4', '2', '5'], '社工机构>街道办': ['', '', '1'] })
    const { network, nonRespondents, losses } = readSurvey(csv, surveyTemplate(form).reading)
    const at = (source: string, target: string) => network.getEdgeAttributes(network.edge(source, target))
    expect(at('street', 'agency')).toMatchObject({ trust: 0.5, power: 1 })
    expect(at('agency', 'street')).toMatchObject({ trust: null, power: 0 })
    expect(at('居民', 'street')).toMatchObject({ trust: null, power: null })
    expect(nonRespondents).toEqual(['居民'])
    expect(losses.join()).toMatch(/1 actor did not answer/)
  })
  test('kinds and labels of the actors come back with the answers', () => {
    const actors = xCommunity().mapNodes((id, { kind, label }) => ({ id, kind, label }))
    const { rows, reading } = surveyTemplate({ actors, lang: 'zh' })
    const { network, losses } = readSurvey(rows.map(row => row.join(',')).join('\n'), reading)
    expect(network.mapNodes((id, { kind, label }) => ({ id, kind, label }))).toEqual(actors)
    expect(losses.join()).not.toMatch(/no kind/)
  })
  test('losses count ratings of those who answered; kinds of nobody are named', () => {
    const csv = filled({ '街道办>社工机构': ['4', '', '5'], '社工机构>街道办': ['', '', '1'] })
    const { losses } = readSurvey(csv, {
      ...surveyTemplate(form).reading,
      kinds: { street: 'street-office', bureau: 'x' },
    })
    expect(losses).toEqual([
      '4 ratings of trust lack answers; 3 of them with fewer than 1, and unknown',
      '2 ratings of power lack answers; 2 of them with fewer than 1, and unknown',
      '1 actor did not answer (居民); their ties are unknown',
      'the file gives no kind for 2 actors; they have the kind "actor" (options kind, kinds)',
      'the option kinds names 1 actor whom the file does not hold: "bureau"',
    ])
  })
  test('Cronbach: two items that rise together by one step, 2 (1 - 2 v / 4 v) = 1', () => {
    const csv = filled({
      '街道办>社工机构': ['1', '2', ''],
      '社工机构>街道办': ['2', '3', ''],
      '居民>街道办': ['4', '5', ''],
    })
    const { reliability } = readSurvey(csv, surveyTemplate(form).reading)
    expect(reliability).toEqual([
      { layer: 'trust', items: ['可靠', '坦诚'], alpha: expect.closeTo(1, 12), pairs: 3 },
      { layer: 'power', items: ['影响力'], alpha: null, pairs: 0 },
    ])
  })
  test('names that are not different, one actor, and unknown options are refused', () => {
    const code = (options: object) => {
      try {
        surveyTemplate(options as never)
      } catch (error) {
        return (error as GuanxiError).code
      }
      return undefined
    }
    expect(code({ actors: ['a'] })).toBe('INVALID_OPTION')
    expect(code({ actors: ['a', 'a'] })).toBe('INVALID_OPTION')
    expect(code({ actors: ['a', 'b'], layers: { power: ['x'], trust: ['x'] } })).toBe('INVALID_OPTION')
    expect(code({ actors: ['a', 'b'], layer: {} })).toBe('UNKNOWN_OPTION')
  })
})

describe('surveyWorkbook', () => {
  const sheet = 'xl/worksheets/sheet1.xml'
  /** The workbook with its first sheet changed. */
  const changed = async (change: (xml: string) => string) => {
    const files = unzipSync(await surveyWorkbook(form))
    return zipSync({ ...files, [sheet]: strToU8(change(strFromU8(files[sheet]!))) })
  }
  const refused = async (bytes: Uint8Array) => {
    const error = await readSurveyWorkbook(bytes, surveyTemplate(form).reading).catch(error => error)
    expect(error).toBeInstanceOf(GuanxiError)
    expect(error.code).toBe('INVALID_FILE')
    return String(error.message)
  }

  test('two sheets: the table, and how to fill it in', async () => {
    const { readSheet } = await import('read-excel-file/universal')
    const bytes = await surveyWorkbook(form)
    expect(await readSheet(bytes.slice().buffer, '问卷')).toEqual(
      surveyTemplate(form).rows.map(row => row.map(cell => cell || null)),
    )
    expect(await readSheet(bytes.slice().buffer, '填写说明')).toEqual(surveyTemplate(form).guide.map(line => [line]))
  })
  test('filled in with numbers and with texts, it comes back as the CSV does', async () => {
    const bytes = await changed(xml =>
      xml.replace(
        /(<row r="2"[^>]*>.*?)<\/row>/s,
        (_, row: string) =>
          `${row.replace(/<c r="[C-E]2"[^>]*(\/>|>.*?<\/c>)/gs, '')}<c r="C2"><v>4</v></c><c r="D2" t="inlineStr"><is><t>2</t></is></c><c r="E2"><v>5</v></c></row>`,
      ),
    )
    const { network } = await readSurveyWorkbook(bytes, surveyTemplate(form).reading)
    const csv = readSurvey(filled({ '街道办>社工机构': ['4', '2', '5'] }), surveyTemplate(form).reading).network
    expect(network.export()).toEqual(csv.export())
  })
  test('one cell at the far end of the sheet is refused, not filled up to', async () => {
    const started = performance.now()
    expect(
      await refused(
        await changed(xml =>
          xml.replace('</sheetData>', '<row r="1000000"><c r="XFD1000000"><v>1</v></c></row></sheetData>'),
        ),
      ),
    ).toMatch(/5000000 cells/)
    expect(performance.now() - started).toBeLessThan(1000)
  })
  test('no archive, no workbook, broken XML, a sheet of another kind', async () => {
    await refused(strToU8('respondent,about\n'))
    await refused(zipSync({ 'a.txt': strToU8('x') }))
    await refused(await changed(xml => xml.slice(0, 200)))
    await refused(zipSync({ [sheet]: strToU8('<worksheet/>') }))
    await refused(zipSync({ '../x': strToU8('x') }))
  })
})
