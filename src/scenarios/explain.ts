import { printed } from '../model/printed.ts'
import { simulate } from './dynamics/simulate.ts'
import { createState, type Mechanism, mechanisms } from './dynamics/state.ts'
import { prepare } from './prepare.ts'
import { resultLines } from './resultLines.ts'
import type { Change, ScenarioResult } from './results.ts'
import { runOf } from './runOf.ts'

/** How much one mechanism moved one value of a tie. */
export interface ExplainedPart {
  readonly mechanism: Mechanism
  readonly amount: number
}

/** A change with its parts. */
export interface ExplainedChange extends Change {
  /** after − before. */
  readonly change: number
  /** Largest first; they sum to the change but for rounding. */
  readonly parts: readonly ExplainedPart[]
}

/** What `explain` gives. */
export interface Explanation {
  readonly kind: 'explanation'
  readonly name: string
  /** Largest change first. */
  readonly changes: readonly ExplainedChange[]
}

/**
 * Explains a run: which mechanism moved which tie by how much.
 *
 * The run is repeated with a ledger that notes every step of every tie under the mechanism that made it (docs/model.md).
 * A tie on which gains and losses cancel is listed too, with change 0.
 *
 * @param result - a result of `runScenario`, or one of `compareScenarios`; also as it came back from JSON.
 * @returns a row a tie and layer that a mechanism moved; the parts of a row sum to its change within 1e-9.
 * @throws {GuanxiError} `INVALID_OPTION` when it is no result of a run; `INVALID_NETWORK` when its network cannot be read.
 *
 * Costs one more run. A part says what a mechanism added along the way of this run, not what the run would be without it:
 * for that there is `contribution`.
 *
 * Source: none; bookkeeping of the model's own equations.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { buildAlliance, explain, runScenario } from 'guanxi/scenarios'
 *
 * const { changes } = explain(runScenario(xCommunity(), { strategies: [buildAlliance()] }))
 * const trust = changes.find(row => row.layer === 'trust' && row.source === 'community' && row.target === 'agency')!
 * trust.parts[0]!.mechanism // => 'joint-work'
 * ```
 */
export function explain(result: ScenarioResult): Explanation {
  const where = 'explain'
  const { before: network, scenario } = runOf(where, result)
  const { model, input } = prepare(where, network, scenario)
  const pairs = model.source.length
  const column = () => new Float64Array(mechanisms.length * pairs)
  const ledger = { trust: column(), resources: column(), power: column() }
  const state = createState(model)
  state.ledger = ledger
  simulate(model, state, input, () => {})
  // An agency that withdraws in the last week takes its trust along in a week that is not run any more.
  const turnover = mechanisms.indexOf('turnover')
  for (let k = 0; k < pairs; k++) ledger.trust[turnover * pairs + k]! -= state.trustChange[k]!

  const changes: ExplainedChange[] = []
  for (const k of model.moving)
    for (const layer of ['power', 'resources', 'trust'] as const) {
      const unit = layer === 'resources' ? model.unit : 1
      const parts = mechanisms
        .map((mechanism, m) => ({ mechanism, amount: ledger[layer][m * pairs + k]! * unit }))
        .filter(({ amount }) => Math.abs(amount) > ROUNDING)
        .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
      if (parts.length === 0) continue
      const before = model[layer][k]! * unit
      const after = state[layer][k]! * unit
      changes.push({
        source: model.ids[model.source[k]!]!,
        target: model.ids[model.target[k]!]!,
        layer,
        before,
        after,
        change: after - before,
        parts,
      })
    }
  return printed(
    {
      kind: 'explanation',
      name: result.name,
      changes: changes.sort((a, b) => Math.abs(b.change) - Math.abs(a.change)),
    },
    resultLines,
  )
}

/** What sums of a run's steps may miss by rounding alone. */
const ROUNDING = 1e-13
