import { readFileSync, writeFileSync } from 'node:fs'
import { patterns } from 'guanxi/cases'
import { assumptions, practices } from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'

const path = new URL('../../docs/model.md', import.meta.url)

function assumptionTable(): string {
  const rows = assumptions().map(
    ({ name, value, range, draw, unit, source, why }) =>
      `| ${name} | ${value} | ${range[0]} – ${range[1]} | ${draw} | ${unit} | ${source} | ${why.en} |`,
  )
  return [
    '| name | default | range | draw | unit | source | what it does |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

function between(text: string, mark: string): string {
  return text.split(`<!-- ${mark} -->\n`)[1]!.split(`\n<!-- /${mark} -->`)[0]!
}

describe('docs/model.md', () => {
  // With UPDATE_DOCS=1 the table is written anew.
  if (process.env.UPDATE_DOCS)
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(
        /<!-- assumptions -->\n[\s\S]*<!-- \/assumptions -->/,
        () => `<!-- assumptions -->\n${assumptionTable()}\n<!-- /assumptions -->`,
      ),
    )
  const text = readFileSync(path, 'utf8')

  test('has the table of parameters that the code has', () =>
    expect(between(text, 'assumptions')).toBe(assumptionTable()))
  test('has a share for each pattern', () => {
    for (const { id, section, finding } of patterns)
      expect(between(text, 'patterns')).toContain(`| ${id} | ${section} | ${finding.en} |`)
  })
  test('names every parameter outside the table, where its equation stands', () => {
    const prose = text.replace(between(text, 'assumptions'), '')
    for (const { name } of assumptions()) expect(prose).toContain(name)
  })
  test('speaks of as many practices as there are', () => expect(practices.length).toBe(8))
})
