import { GuanxiError, show } from '../../model/errors.ts'
import { hashOf } from './hashOf.ts'
import { summarise } from './summarise.ts'
import type { EnsembleResult } from './types.ts'

/**
 * Puts the shards of an ensemble together: to the bit what one run of the whole would have given.
 *
 * @param parts - one result a shard, in any order, as they are or back from JSON.
 * @returns the whole.
 * @throws {GuanxiError} `INVALID_VALUE` when a shard is missing, comes twice, or belongs to another ensemble.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { mergeEnsembles, runEnsemble } from 'guanxi/scenarios'
 *
 * const options = { replications: 20, seed: 1 }
 * const part = (index: number) =>
 *   runEnsemble(xCommunity(), [{ strategies: [] }], { ...options, shard: { index, count: 2 } })
 * const whole = await runEnsemble(xCommunity(), [{ strategies: [] }], options)
 * const merged = mergeEnsembles([await part(1), await part(0)])
 * JSON.stringify(merged) === JSON.stringify(whole) // => true
 * ```
 */
export function mergeEnsembles(parts: readonly EnsembleResult[]): EnsembleResult {
  const refuse = (what: string) => new GuanxiError('INVALID_VALUE', `mergeEnsembles: ${what}`)
  if (!Array.isArray(parts) || parts.length === 0 || parts.some(part => part?.kind !== 'ensemble'))
    throw refuse(`expected the results of all shards, got ${show(parts)}`)
  const [first] = parts as [EnsembleResult]
  if (parts.length === 1 && first.shard === null) return structuredClone(first)
  const count = first.shard?.count ?? 1
  const byIndex: (EnsembleResult | undefined)[] = Array.from({ length: count })
  const manifest = hashOf(first.manifest)
  for (const part of parts) {
    if (hashOf(part.manifest) !== manifest)
      throw refuse(
        `a shard belongs to another ensemble (job ${part.manifest.job.slice(0, 12)}, seed ${part.manifest.seed}; expected job ${first.manifest.job.slice(0, 12)}, seed ${first.manifest.seed})`,
      )
    if (part.shard === null || part.shard.count !== count)
      throw refuse(`expected shards of ${count}, got ${part.shard === null ? 'a whole' : `one of ${part.shard.count}`}`)
    if (byIndex[part.shard.index]) throw refuse(`shard ${part.shard.index} of ${count} comes twice`)
    byIndex[part.shard.index] = part
  }
  const missing = byIndex.flatMap((part, index) => (part ? [] : [index]))
  if (missing.length > 0)
    throw refuse(`missing shard${missing.length > 1 ? 's' : ''} ${missing.join(', ')} of ${count}`)
  const ordered = byIndex as EnsembleResult[]
  const draws = {
    from: 0,
    to: ordered.at(-1)!.draws.to,
    outcomes: first.draws.outcomes.map(({ scenario, outcome }, c) => ({
      scenario,
      outcome,
      values: ordered.flatMap(part => part.draws.outcomes[c]!.values),
    })),
    withdrewInWeek: first.draws.withdrewInWeek.map(({ scenario }, s) => ({
      scenario,
      values: ordered.flatMap(part => part.draws.withdrewInWeek[s]!.values),
    })),
  }
  const weekly = ordered.flatMap(part => part.weekly ?? [])
  const summary = summarise({ ...first, shard: null }, draws, weekly)
  for (;;) {
    const step = summary.next()
    if (step.done) return step.value
  }
}
