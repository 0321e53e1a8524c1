import type { Statistic } from '../inference/statistic.ts'
import * as measures from '../metrics/index.ts'
import { GuanxiError, show } from '../model/errors.ts'
import { Scores } from '../model/scores.ts'
import type { Snapshot } from '../model/snapshot.ts'

const table: Readonly<Record<string, unknown>> = measures

/** A statistic by name: code is not sent to worker threads. */
export interface NamedStatistic {
  /** Name of a measure of `guanxi/metrics`. */
  readonly measure: string
  /** Options of the measure. */
  readonly options?: object | undefined
  /** Which part of its result: the name of a field, or of `Scores` the id of an actor. @defaultValue the result, if it is a number */
  readonly pick?: string | undefined
}

/** The function that a named statistic means. */
export function statisticOf(where: string, named: NamedStatistic): Statistic {
  if (typeof named === 'function')
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: a function cannot be sent to worker threads; name a measure of guanxi/metrics as { measure, options, pick }`,
    )
  const { measure, options, pick } = named ?? {}
  const run = Object.hasOwn(table, measure ?? '') ? table[measure] : undefined
  if (typeof run !== 'function')
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: expected a statistic { measure, options, pick } with a measure of guanxi/metrics, got ${show(measure)}`,
    )
  return (snapshot: Snapshot) => {
    const result: unknown = run(snapshot, options)
    const value =
      pick === undefined
        ? result
        : result instanceof Scores
          ? result.get(pick)
          : Object.hasOwn(Object(result), pick)
            ? (result as Record<string, unknown>)[pick]
            : undefined
    if (value === null || typeof value === 'number') return value
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: expected pick to name a number in the result of ${measure}, got ${show(pick)}`,
    )
  }
}
