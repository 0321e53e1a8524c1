import type { Lang } from '../model/labels.ts'
import { isBetterHigher, namesOf, outcomeColumn } from '../scenarios/ensemble/columns.ts'
import type { EnsembleBand, EnsembleContrast, EnsembleOutcome, EnsembleResult } from '../scenarios/ensemble/types.ts'
import type { OutcomeName } from '../scenarios/outcomes.ts'

/** What the first scenario without strategies is called, else the first: what the others are held against. */
export function baselineOf({ scenarios }: EnsembleResult): string {
  return (scenarios.find(({ strategies }) => strategies.length === 0) ?? scenarios[0]!).name!
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
  const names = namesOf(result)
  if (names.length <= 3) return names
  const best = mostOftenBest(result, 'voice')?.name
  return [...new Set([baselineOf(result), ...(best === undefined ? [] : [best])])]
}

/** What replications gave, ascending; those that do not define it are left out. */
export function sortedDraws(result: EnsembleResult, scenario: string, outcome: OutcomeName): Float64Array {
  return outcomeColumn(result, scenario, outcome)
    .filter(value => !Number.isNaN(value))
    .sort()
}

/** The scenario that is best on an outcome in most replications, and in what share; equal ones share a replication. */
export function mostOftenBest(result: EnsembleResult, outcome: OutcomeName): { name: string; share: number } | null {
  const sign = isBetterHigher(outcome) ? 1 : -1
  const names = namesOf(result)
  const columns = names.map(name => outcomeColumn(result, name, outcome))
  const wins = names.map(() => 0)
  let counted = 0
  for (let r = 0; r < (columns[0]?.length ?? 0); r++) {
    const values = columns.map(column => (Number.isNaN(column[r]) ? -Infinity : sign * column[r]!))
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
