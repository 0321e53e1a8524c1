import { GuanxiError, show } from '../../model/errors.ts'
import { checkOptions, oneOf, text } from '../../model/options.ts'
import { practices } from '../practices.ts'
import { checkStrategy, interventions } from '../schema.ts'
import type { Intervention, Strategy } from '../types.ts'

/** Options of `combine`. */
export interface CombineOptions {
  /** @defaultValue the kinds, joined with + */
  readonly kind?: string | undefined
  /** In both languages, or one text for both. @defaultValue the labels, joined with + */
  readonly label?: string | { readonly zh: string; readonly en: string } | undefined
  /** @defaultValue the sections, each once */
  readonly section?: string | undefined
  /** @defaultValue the class into which most of the hours go */
  readonly intervention?: Intervention | undefined
}

/**
 * Several strategies as one: a mix with a name of its own, for comparisons and plans.
 *
 * Hours add up and are split over the practices as before; stances are kept. A run of the mix gives what a run of its parts side by
 * side gives, but for rounding. What cannot be one strategy is refused rather than changed: strategies of different weeks, ramps
 * or agencies, and two that set the same stance.
 *
 * @param strategies - at least one.
 * @param options - name, label, section and class of the mix; see `CombineOptions`.
 * @returns a new strategy; the given ones are not changed. It asks for Σ hoursPerWeek · intensity hours.
 * @throws {GuanxiError} `INVALID_OPTION`, `UNKNOWN_OPTION` naming what is wrong.
 *
 * Source: none.
 *
 * @example
 * ```ts
 * import { combine, smallTalk, plainWords } from 'guanxi/scenarios'
 *
 * const { hoursPerWeek, practices } = combine([smallTalk({ hoursPerWeek: 6 }), plainWords({ hoursPerWeek: 2 })])
 * hoursPerWeek // => 8
 * practices // => { 'small-talk': 0.75, 'plain-words': 0.25 }
 * ```
 */
export function combine(strategies: readonly Strategy[], options: CombineOptions = {}): Strategy {
  const where = 'combine'
  const isLabel = (value: unknown) => typeof value === 'string' || (typeof value === 'object' && value !== null)
  checkOptions(where, options, {
    kind: text,
    label: { expected: 'a text or { zh, en }', accepts: isLabel },
    section: text,
    intervention: oneOf(...interventions),
  })
  if (!Array.isArray(strategies) || strategies.length === 0)
    throw new GuanxiError('INVALID_OPTION', `${where}: expected at least one strategy, got ${show(strategies)}`)
  for (const strategy of strategies) checkStrategy(where, strategy)
  const first: Strategy = strategies[0]!
  for (const field of ['startWeek', 'endWeek', 'rampWeeks', 'agency'] as const) {
    const other = strategies.find(strategy => strategy[field] !== first[field])
    if (other)
      throw new GuanxiError(
        'INVALID_OPTION',
        `${where}: expected one ${field}, got ${show(first[field])} (${first.kind}) and ${show(other[field])} (${other.kind}); list them side by side in a scenario instead`,
      )
  }

  const asked = (strategy: Strategy) => strategy.hoursPerWeek * strategy.intensity
  const total = strategies.reduce((sum, strategy) => sum + asked(strategy), 0)
  const loading = withStance(where, strategies, 'paperworkLoad')
  const accepting = withStance(where, strategies, 'choreAcceptance')
  // How fully a stance towards chores is taken is the intensity itself; hours and loads are fitted to it.
  const intensity = accepting?.intensity ?? Math.max(...strategies.map(strategy => strategy.intensity))
  const shares = practices.map(practice =>
    strategies.reduce((sum, strategy) => sum + asked(strategy) * (strategy.practices[practice] ?? 0), 0),
  )
  const { label = joined(strategies) } = options
  const made = {
    ...structuredClone(first),
    kind: options.kind ?? strategies.map(({ kind }) => kind).join('+'),
    label: typeof label === 'string' ? { zh: label, en: label } : { ...label },
    section: options.section ?? [...new Set(strategies.flatMap(({ section }) => section.split(', ')))].join(', '),
    intervention: options.intervention ?? mainClass(strategies, asked),
    hoursPerWeek: intensity > 0 ? total / intensity : 0,
    intensity,
    practices: Object.fromEntries(
      practices.flatMap((practice, q) => (total > 0 && shares[q]! > 0 ? [[practice, shares[q]! / total]] : [])),
    ),
    stance: {
      ...(loading ? { paperworkLoad: 1 + ((loading.stance.paperworkLoad! - 1) * loading.intensity) / intensity } : {}),
      ...(accepting ? { choreAcceptance: accepting.stance.choreAcceptance! } : {}),
    },
  }
  checkStrategy(where, made)
  return made
}

/** The one strategy that takes a stance, if any; one of intensity 0 does not. */
function withStance(
  where: string,
  strategies: readonly Strategy[],
  stance: keyof Strategy['stance'],
): Strategy | undefined {
  const taking = strategies.filter(strategy => strategy.intensity > 0 && strategy.stance[stance] !== undefined)
  if (taking.length > 1)
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: expected at most one strategy with the stance ${stance}, got ${taking.map(({ kind }) => kind).join(' and ')}; list them side by side in a scenario instead`,
    )
  return taking[0]
}

function joined(strategies: readonly Strategy[]): { zh: string; en: string } {
  return {
    zh: strategies.map(({ label }) => label.zh).join(' + '),
    en: strategies.map(({ label }) => label.en).join(' + '),
  }
}

/** The class with most hours; the first of those with as many. */
function mainClass(strategies: readonly Strategy[], asked: (strategy: Strategy) => number): Intervention {
  const hours = (one: Intervention) =>
    strategies.reduce((sum, strategy) => sum + (strategy.intervention === one ? asked(strategy) : 0), 0)
  return strategies
    .map(({ intervention }) => intervention)
    .reduce((most, one) => (hours(one) > hours(most) ? one : most))
}
