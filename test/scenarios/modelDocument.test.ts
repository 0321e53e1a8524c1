import { readFileSync, writeFileSync } from 'node:fs'
import { patterns, xCommunity } from 'guanxi/cases'
import {
  assumptions,
  assumptionsOf,
  buildAlliance,
  defineStrategy,
  extendRelations,
  practices,
  sensitivity,
  sustainCooperation,
} from 'guanxi/scenarios'
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

/** Effects of all assumptions on voice and delivery in a year with all three strategies. */
function morrisTable(): string {
  const scenario = { strategies: [sustainCooperation(), buildAlliance(), extendRelations()] }
  const [voice, delivery] = (['voice', 'delivery'] as const).map(
    outcome => sensitivity(xCommunity(), scenario, { method: 'morris', outcome, samples: 100, seed: 1 }).terms,
  )
  const cells = ({ mu, muStar, sigma }: (typeof voice & object)[number]) =>
    [mu!, muStar!, sigma!].map(value => value.toFixed(3).replace(/^-(0\.0+)$/, '$1')).join(' | ')
  const rows = voice!
    .map((term, t) => [term, delivery![t]!] as const)
    .sort(([a, b], [c, d]) => Math.max(c.muStar!, d.muStar!) - Math.max(a.muStar!, b.muStar!))
  return [
    '| | voice μ | μ* | σ | delivery μ | μ* | σ |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(([one, other]) => `| ${one.name} | ${cells(one)} | ${cells(other)} |`),
  ].join('\n')
}

/** What each practice rests on besides what all share. */
function practiceTable(): string {
  const rows = practices.map(practice => {
    const one = defineStrategy({
      kind: 'x',
      intervention: 'induction',
      hoursPerWeek: 1,
      practices: { [practice]: 1 },
    })
    const names = assumptionsOf(one).map(({ name }) => name)
    return `| ${practice} | ${names.join(', ')} |`
  })
  return ['| practice | rests on |', '|---|---|', ...rows].join('\n')
}

const tables = { assumptions: assumptionTable, morris: morrisTable, practices: practiceTable }

function between(text: string, mark: string): string {
  return text.split(`<!-- ${mark} -->\n`)[1]!.split(`\n<!-- /${mark} -->`)[0]!
}

describe('docs/model.md', () => {
  const made = () => Object.entries(tables).map(([mark, make]) => [mark, make()] as const)
  // With UPDATE_DOCS=1 the tables are written anew.
  if (process.env.UPDATE_DOCS)
    writeFileSync(
      path,
      made().reduce(
        (document, [mark, table]) =>
          document.replace(
            new RegExp(`<!-- ${mark} -->\\n[\\s\\S]*<!-- /${mark} -->`),
            () => `<!-- ${mark} -->\n${table}\n<!-- /${mark} -->`,
          ),
        readFileSync(path, 'utf8'),
      ),
    )
  const text = readFileSync(path, 'utf8')

  test.each(Object.entries(tables))('has the table of %s that the code gives', (mark, make) =>
    expect(between(text, mark)).toBe(make()),
  )
  test('has a share for each pattern', () => {
    for (const { id, section, finding } of patterns)
      expect(between(text, 'patterns')).toContain(`| ${id} | ${section} | ${finding.en} |`)
  })
  test('names every parameter outside the table, where its equation stands', () => {
    const prose = Object.keys(tables).reduce((left, mark) => left.replace(between(text, mark), ''), text)
    for (const { name } of assumptions()) expect(prose).toContain(name)
  })
  test('speaks of as many practices as there are', () => expect(practices.length).toBe(8))
})
