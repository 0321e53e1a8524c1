import { createNetwork } from '../../model/createNetwork.ts'
import type { Parameters } from '../assumptions.ts'
import { createModel, type Model } from '../dynamics/model.ts'
import { outcomeNames, outcomesAt } from '../dynamics/outcomesAt.ts'
import { drawNoise, scheduleEvents } from '../dynamics/schedule.ts'
import { simulate } from '../dynamics/simulate.ts'
import { createState, type State } from '../dynamics/state.ts'
import { type Prepared, prepare } from '../prepare.ts'
import { designPoints } from './designPoints.ts'
import { type Layout, layoutOf } from './layoutOf.ts'
import type { Block, EnsembleJob } from './types.ts'

/** A job made ready once, for many blocks. */
export interface BlockRunner {
  readonly layout: Layout
  /** Runs a block bit by bit: pauses after every run of a scenario, so that the caller can let other work through. */
  steps(block: Block): Generator<void, Float64Array, void>
}

const where = 'runEnsemble'

/** One scenario of a job, ready to run with other parameters, noise and events. */
interface Ready {
  readonly prepared: Prepared
  readonly state: State
  readonly parameters: Parameters
  /** Parameters that the design sets and the scenario does not. */
  readonly open: readonly (keyof Parameters)[]
  /** Whether chance has a part in it besides the parameters. */
  readonly random: boolean
}

export function blockRunner(job: EnsembleJob): BlockRunner {
  const layout = layoutOf(job)
  const points = designPoints(job)
  const network = createNetwork(job.network)
  const models = new Map<string, Model>()
  const ready = job.scenarios.map((scenario): Ready => {
    const roles = JSON.stringify(scenario.roles ?? {})
    const model = models.get(roles) ?? createModel(where, network, scenario.roles)
    models.set(roles, model)
    const prepared = prepare(where, network, scenario, model)
    return {
      prepared,
      state: createState(model),
      parameters: { ...prepared.input.parameters },
      open: points.names.filter(name => !Object.hasOwn(scenario.parameters ?? {}, name)) as (keyof Parameters)[],
      random: (scenario.noise ?? 0) > 0 || (scenario.events ?? []).some(({ perYear }) => perYear !== null),
    }
  })
  const drawn: Record<string, number | undefined> = {}

  return {
    layout,
    *steps(block) {
      const { from, to } = block
      const values = new Float64Array(layout.sizeOf(block))
      let track = (to - from) * layout.width
      for (let k = from; k < to; k++) {
        points.draw(k, drawn)
        const seed = points.seedOf(k)
        for (let s = 0; s < ready.length; s++) {
          const { prepared, state, parameters, open, random } = ready[s]!
          const { model, input } = prepared
          for (const name of open) parameters[name] = drawn[name] ?? input.parameters[name]
          const events = random
            ? scheduleEvents(where, model, job.scenarios[s]!.events ?? [], input.weeks, seed)
            : input.events
          if (random) drawNoise(events, seed)
          let step = 0
          const withdrawals = simulate(model, state, { ...input, parameters, events }, week => {
            if (k >= layout.tracked || week !== layout.weeks[step]) return
            outcomesAt(model, state, values, track)
            track += outcomeNames.length
            step++
          })
          const at = (k - from) * layout.width + s * layout.columns
          outcomesAt(model, state, values, at)
          values[at + outcomeNames.length] = withdrawals[0]?.week ?? Number.NaN
          yield
        }
      }
      return values
    },
  }
}
