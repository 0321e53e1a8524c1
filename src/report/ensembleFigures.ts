import { partialRanks } from '../kernel/partialRanks.ts'
import type { Lang } from '../model/labels.ts'
import type { ParameterName, Parameters } from '../scenarios/assumptions.ts'
import { designPoints } from '../scenarios/ensemble/designPoints.ts'
import type { EnsembleBand, EnsembleContrast, EnsembleOutcome, EnsembleResult } from '../scenarios/ensemble/types.ts'
import { type OutcomeName, outcomes } from '../scenarios/outcomes.ts'

/** Replications that the correlations are taken over, at most: more would change no digit that is shown. */
const CORRELATED = 4096

/** What the first scenario without strategies is called, else the first: what the others are held against. */
export function baselineOf({ scenarios }: EnsembleResult): string {
  const names = namesOf(scenarios)
  return names[
    Math.max(
      0,
      scenarios.findIndex(({ strategies }) => strategies.length === 0),
    )
  ]!
}

/** Names as outcomes and contrasts have them; an ensemble names all its scenarios. */
export function namesOf(scenarios: EnsembleResult['scenarios']): string[] {
  return scenarios.map(({ name }) => name!)
}

/** What a scenario is called in a report: the name that the user gave it, else its strategies in the report's language. */
export function labelOf({ scenarios }: EnsembleResult, name: string, lang: Lang): string {
  const scenario = scenarios.find(one => one.name === name)
  const made = scenario?.strategies.map(({ kind }) => kind).join(' + ')
  if (!scenario || scenario.strategies.length === 0 || name !== made) return name
  return scenario.strategies.map(({ label }) => label[lang]).join(lang === 'zh' ? '＋' : ' + ')
}

export function outcomeOf(result: EnsembleResult, scenario: string, outcome: OutcomeName): EnsembleOutcome {
  return result.outcomes.find(row => row.scenario === scenario && row.outcome === outcome)!
}

export function contrastOf(result: EnsembleResult, a: string, b: string, outcome: OutcomeName): EnsembleContrast {
  return result.contrasts.find(row => row.a === a && row.b === b && row.outcome === outcome)!
}

export function bandOf(result: EnsembleResult, scenario: string, outcome: OutcomeName): EnsembleBand | undefined {
  return result.bands.find(row => row.scenario === scenario && row.outcome === outcome)
}

/** Scenarios whose ribbons are drawn: more than three would cover each other, so that the baseline and the best must do. */
export function banded(result: EnsembleResult): string[] {
  const names = namesOf(result.scenarios)
  if (names.length <= 3) return names
  const best = mostOftenBest(result, 'voice')?.name
  return [...new Set([baselineOf(result), ...(best === undefined ? [] : [best])])]
}

export function drawsOf({ draws }: EnsembleResult, scenario: string, outcome: OutcomeName): readonly (number | null)[] {
  return draws.outcomes.find(row => row.scenario === scenario && row.outcome === outcome)?.values ?? []
}

/** What replications gave, ascending; those that do not define it are left out. */
export function sortedDraws(result: EnsembleResult, scenario: string, outcome: OutcomeName): Float64Array {
  return Float64Array.from(drawsOf(result, scenario, outcome).filter(value => value !== null)).sort()
}

/** The scenario that is best on an outcome in most replications, and in what share; equal ones share a replication. */
export function mostOftenBest(result: EnsembleResult, outcome: OutcomeName): { name: string; share: number } | null {
  const sign = outcomes.find(({ name }) => name === outcome)!.better === 'higher' ? 1 : -1
  const names = namesOf(result.scenarios)
  const columns = names.map(name => drawsOf(result, name, outcome))
  const wins = names.map(() => 0)
  let counted = 0
  for (let r = 0; r < (columns[0]?.length ?? 0); r++) {
    const values = columns.map(column => (column[r] === null ? -Infinity : sign * column[r]!))
    const top = Math.max(...values)
    if (top === -Infinity) continue
    counted++
    const winners = values.flatMap((value, i) => (value === top ? [i] : []))
    for (const i of winners) wins[i]! += 1 / winners.length
  }
  if (counted === 0) return null
  const best = wins.indexOf(Math.max(...wins))
  return { name: names[best]!, share: wins[best]! / counted }
}

/** What an assumption has to do with an outcome over the ensemble's own draws. */
export interface RankCorrelation {
  readonly name: string
  readonly range: readonly [number, number]
  readonly correlation: number
  /** 95 %, by Fisher's z. */
  readonly interval: readonly [number, number]
}

/**
 * Partial rank correlations of the drawn assumptions with an outcome of a scenario, or with its difference from another's,
 * largest first; `null` when the replications are too few or do not vary.
 */
export function rankCorrelations(
  result: EnsembleResult,
  outcome: OutcomeName,
  scenario: string,
  other?: string,
): readonly RankCorrelation[] | null {
  const { design, drawn, draws, manifest, seed } = result
  const points = designPoints({ design, drawn, seed, replications: manifest.replications })
  const own = drawsOf(result, scenario, outcome)
  const less = other === undefined ? null : drawsOf(result, other, outcome)
  const values = own.slice(0, CORRELATED).map((value, r) => {
    if (value === null || less === null) return value
    return less[r] === null ? null : value - less[r]!
  })
  const used = values.flatMap((value, r) => (value === null ? [] : [r]))
  const columns = points.names.map(() => new Float64Array(used.length))
  const into: Partial<Parameters> = {}
  used.forEach((r, i) => {
    points.draw(draws.from + r, into)
    points.names.forEach((name, d) => {
      columns[d]![i] = into[name as ParameterName]!
    })
  })
  const found = partialRanks(
    columns,
    Float64Array.from(used, r => values[r]!),
  )
  const degrees = used.length - points.names.length - 2
  if (!found || degrees < 1) return null
  const half = 1.959963984540054 / Math.sqrt(degrees)
  return points.names
    .flatMap((name, d): RankCorrelation[] => {
      const correlation = found[d]!
      if (Number.isNaN(correlation)) return []
      const z = Math.atanh(Math.max(-1 + 1e-12, Math.min(1 - 1e-12, correlation)))
      const column = columns[d]!
      const range = drawn.find(row => row.name === name)?.range ?? extremes(column)
      return [{ name, range, correlation, interval: [Math.tanh(z - half), Math.tanh(z + half)] }]
    })
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation))
}

function extremes(column: Float64Array): [number, number] {
  return [
    column.reduce((low, value) => Math.min(low, value), Infinity),
    column.reduce((high, value) => Math.max(high, value), -Infinity),
  ]
}
