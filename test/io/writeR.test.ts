import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { csvParse } from 'd3-dsv'
import { createNetwork, type RelationNetwork } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import { writeR } from 'guanxi/io'
import { diagnose } from 'guanxi/metrics'
import { toRows } from 'guanxi/report'
import { describe, expect, test } from 'vitest'
import { datasets } from './helpers.ts'

function hasR(): boolean {
  try {
    execFileSync('Rscript', ['-e', 'library(igraph); library(sna)'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Rows of numbers.csv after a run of the script, in a locale that knows no Chinese. */
function recomputed(network: RelationNetwork): Map<string, number | null> {
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-r-'))
  try {
    for (const [name, text] of Object.entries(writeR(network).files)) writeFileSync(join(folder, name), text)
    execFileSync('Rscript', ['recompute.R'], { cwd: folder, env: { ...process.env, LC_ALL: 'C' }, stdio: 'pipe' })
    return table(csvParse(readFileSync(join(folder, 'numbers.csv'), 'utf8')))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function table(rows: Iterable<Record<string, unknown>>): Map<string, number | null> {
  const text = (cell: unknown) => (cell === '' || cell === null ? null : cell)
  return new Map(
    [...rows].map(({ layer, measure, actor, other, value }) => [
      JSON.stringify([text(layer), measure, text(actor), text(other)]),
      text(value) === null ? null : Number(value),
    ]),
  )
}

/** Ids that R would take for numbers or for nothing, unknown values, an actor alone. */
function awkward(): RelationNetwork {
  return createNetwork({
    actors: ['007', 'NA', '社区 "甲"', 'TRUE', 'alone'].map((id, i) => ({ id, kind: `k${i % 2}`, note: 'a,b\n"c"' })),
    ties: [
      { source: '007', target: 'NA', power: 0.25, resources: 3, trust: null },
      { source: 'NA', target: '007', power: 0.75, resources: 0, trust: 0.5 },
      { source: 'NA', target: '社区 "甲"', power: 1, resources: 0.01, trust: 0.5 },
      { source: '社区 "甲"', target: 'TRUE', power: 0.125, resources: 2, trust: 0.25 },
      { source: 'TRUE', target: '007', power: 0, resources: 0, trust: 1 },
    ],
  })
}

/** A data set with its first three relations as layers, weights put into [0, 1]. */
function layered(key: string): RelationNetwork {
  const { network } = datasets().find(set => set.key === key)!
  const names = [...new Set(network.mapEdges((_, tie) => Object.keys(tie)).flat())].slice(0, 3)
  const tops = names.map(name => Math.max(...network.mapEdges((_, tie) => Number(tie[name] ?? 0))))
  return createNetwork({
    actors: network.mapNodes((id, { kind }) => ({ id, kind })),
    ties: network.mapEdges((_, tie, source, target) => ({
      source,
      target,
      power: Number(tie[names[0]!] ?? 0) / tops[0]!,
      resources: Number(tie[names[1] ?? names[0]!] ?? 0),
      trust: Number(tie[names[2] ?? names[0]!] ?? 0) / (tops[2] ?? tops[0]!),
    })),
  })
}

describe.skipIf(!hasR())('the numbers of a diagnosis in R (skipped where R, sna or igraph is not installed)', () => {
  test.each([
    ['the X community', xCommunity()],
    ['awkward ids and unknowns', awkward()],
    ['no tie at all', createNetwork({ actors: ['a', 'b'].map(id => ({ id, kind: 'k' })), ties: [] })],
    ['sampson_monastery', layered('sampson_monastery')],
    ['krackhardt_hightech', layered('krackhardt_hightech')],
  ])('%s', (_, network) => {
    const theirs = recomputed(network)
    const ours = table(toRows(diagnose(network)).filter(({ layer }) => layer !== null))
    expect([...theirs.keys()].sort()).toEqual([...ours.keys()].sort())
    for (const [key, value] of ours) {
      const other = theirs.get(key)!
      if (value === null) expect(other, key).toBeNull()
      // The levels are solved by conjugate gradients, theirs by elimination.
      else
        expect(Math.abs(other - value), `${key}: R ${other}, here ${value}`).toBeLessThan(
          1e-7 * Math.max(1, Math.abs(value)),
        )
    }
  })
})

describe('writeR', () => {
  test('layers of any name are quoted for R in ASCII', () => {
    const { files } = writeR(xCommunity(), { layers: ['信任', 'a"b\\'] })
    expect(files['recompute.R']).toContain('layers <- c("\\U{00004fe1}\\U{00004efb}", "a\\"b\\\\")')
    expect(files['recompute.R']).toMatch(/^[\n -~]*$/)
  })
})
