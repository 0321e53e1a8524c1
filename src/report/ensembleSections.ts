import type { Lang } from '../model/labels.ts'
import { namesOf } from '../scenarios/ensemble/columns.ts'
import { tornado } from '../scenarios/ensemble/tornado.ts'
import type { EnsembleResult } from '../scenarios/ensemble/types.ts'
import { type OutcomeName, outcomes } from '../scenarios/outcomes.ts'
import { type Drivers, shortLabel } from './driversSection.ts'
import { baselineOf, contrastOf, labelOf, mostOftenBest } from './ensembleFigures.ts'
import { numbers } from './numbers.ts'
import { ensembleWords } from './words/ensembleWords.ts'
import { sensitivityWords } from './words/sensitivityWords.ts'

/** The two outcomes that the case study ends on. */
export const MAIN: readonly OutcomeName[] = ['voice', 'delivery']

/** How sure a scenario's lead is: against the baseline, against the next best, and how far the numbers carry. */
export function sureTexts(result: EnsembleResult, best: string, lang: Lang): string[] {
  const words = ensembleWords[lang]
  const { chance, count, effect } = numbers(lang)
  const baseline = baselineOf(result)
  const rivals = [baseline, nextBest(result, best)].filter(
    (name, i, all): name is string => name !== null && name !== best && all.indexOf(name) === i,
  )
  const errors = result.outcomes.flatMap(({ error }) => (error === null ? [] : [error]))
  const worlds = count(result.replications)
  const left = result.withdrawals.filter(({ share }) => share > 0)
  return [
    ...rivals.flatMap(rival => beats(result, best, rival, lang)),
    ...(errors.length > 0 ? [words.error(worlds, effect(2 * Math.max(...errors)))] : []),
    ...(result.shard ? [words.shard(result.shard.index + 1, result.shard.count)] : []),
    ...(result.reachedTarget === false ? [words.notReached] : []),
    ...(left.length > 0
      ? [words.withdraws(left.map(({ scenario, share }) => `${labelOf(result, scenario, lang)} ${chance(share)}`))]
      : []),
  ]
}

function beats(result: EnsembleResult, a: string, b: string, lang: Lang): string[] {
  const words = ensembleWords[lang]
  const { chance, index } = numbers(lang)
  const parts = MAIN.flatMap(outcome => {
    const { chanceABeatsB, median, low, high } = contrastOf(result, a, b, outcome)
    return chanceABeatsB === null
      ? []
      : [words.beatsOn(shortLabel(outcome, lang), chance(chanceABeatsB), index(median), index(low), index(high))]
  })
  return parts.length === 0 ? [] : [words.beats(labelOf(result, a, lang), labelOf(result, b, lang), parts)]
}

/** The scenario that comes nearest to beating another on voice. */
export function nextBest(result: EnsembleResult, best: string): string | null {
  const others = namesOf(result).filter(name => name !== best)
  const rivalry = (name: string) => contrastOf(result, name, best, 'voice').chanceABeatsB ?? -1
  return others.length === 0 ? null : others.reduce((top, name) => (rivalry(name) > rivalry(top) ? name : top))
}

/** What the ensemble's own draws say an outcome rests on; empty where they are too few. */
export function ensembleDrivers(result: EnsembleResult, lang: Lang): Drivers[] {
  const best = mostOftenBest(result, 'voice')?.name
  if (best === undefined) return []
  const baseline = baselineOf(result)
  const label = labelOf(result, best, lang)
  return [
    ...MAIN.map(outcome => drivers(result, lang, outcome, label, best)),
    ...(baseline === best
      ? []
      : [
          drivers(
            result,
            lang,
            'voice',
            ensembleWords[lang].gap(label, labelOf(result, baseline, lang)),
            best,
            baseline,
          ),
        ]),
  ].filter(one => one !== null)
}

function drivers(
  result: EnsembleResult,
  lang: Lang,
  outcome: OutcomeName,
  label: string,
  scenario: string,
  other?: string,
): Drivers | null {
  const words = sensitivityWords[lang]
  const { difference, count, span } = numbers(lang)
  const found = tornado(result, { scenario, outcome, ...(other === undefined ? {} : { against: other }) })
    .flatMap(({ name, range, partial, partialInterval }) =>
      partial === null ? [] : [{ name, range, correlation: partial, interval: partialInterval! }],
    )
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation))
  if (found.length === 0) return null
  return {
    method: 'ranks',
    scenario: label,
    outcome,
    note: words.ranksNote(count(Math.min(4096, result.replications))),
    columns: [words.table.correlation],
    rows: found.map(({ name, range, correlation, interval }) => ({
      name,
      range,
      marks: [{ value: correlation, interval }],
      weight: Math.abs(correlation),
      said: difference(correlation),
      sentence: words.ranksEffect(name, shortLabel(outcome, lang), difference(correlation)),
      cells: [span(correlation, interval)],
    })),
  }
}

/** Names of the outcomes that at least one replication defines. */
export function definedOutcomes(result: EnsembleResult): typeof outcomes {
  return outcomes.filter(({ name }) => result.outcomes.some(row => row.outcome === name && row.count > 0))
}
