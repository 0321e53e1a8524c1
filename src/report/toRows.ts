import type { Row } from './blocks.ts'
import { type Reportable, rowsOf } from './reportOf.ts'

/**
 * A result as tidy rows, one observation a row and the same keys in all, for tables, CSV and plots elsewhere.
 *
 * A diagnosis gives `{ layer, measure, actor, other, value }`; a scenario `{ scenario, week, outcome, value }`; a comparison the
 * same with `baseline` and `difference`; an ensemble a row a scenario and replication with its outcomes; sensitivity a row an
 * assumption; a plan a row a plan of the front; contribution a row an outcome and strategy. Ids and names of measures stay as they are in code; `null` is not defined.
 *
 * @throws {GuanxiError} `INVALID_OPTION` when the result is of no known kind.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { diagnose } from 'guanxi/metrics'
 * import { toRows } from 'guanxi/report'
 *
 * Object.keys(toRows(diagnose(xCommunity()))[0]!) // => ['layer', 'measure', 'actor', 'other', 'value']
 * ```
 */
export function toRows(result: Reportable): readonly Row[] {
  return rowsOf(result)
}
