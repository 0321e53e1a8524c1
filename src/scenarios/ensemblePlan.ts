import * as z from 'zod'
import { createNetwork } from '../model/createNetwork.ts'
import { GuanxiError, type Issue } from '../model/errors.ts'
import type { NetworkDocument, RelationNetwork } from '../model/network.ts'
import { withIssues } from '../model/withIssues.ts'
import type { EnsembleOptions } from './ensemble/runEnsemble.ts'
import * as events from './events/index.ts'
import { checkShape, scenarioSchema } from './schema.ts'
import * as strategies from './strategies/index.ts'
import type { Scenario } from './types.ts'

/** An ensemble as a file can hold it: what `runEnsemble` takes, but for what belongs to one run of it. */
export interface EnsemblePlan {
  /** A document, or the path of a network file. */
  readonly network: RelationNetwork | string
  readonly scenarios: readonly Scenario[]
  readonly options: Omit<EnsembleOptions, 'executor' | 'checkpoint' | 'shard' | 'onProgress' | 'signal'>
}

const numbers = z.record(z.string(), z.array(z.number()).min(1))

const optionsSchema = z.strictObject({
  replications: z.number().int().min(1).optional(),
  weeks: z.number().int().min(0).optional(),
  seed: z.number().int(),
  design: z
    .union([
      z.enum(['monte-carlo', 'latin-hypercube', 'sobol']),
      z.strictObject({ grid: numbers }),
      z.strictObject({ list: z.array(z.record(z.string(), z.number())).min(1) }),
    ])
    .optional(),
  noise: z.number().min(0).max(1).optional(),
  workplan: z.looseObject({}).optional(),
  parameters: z.record(z.string(), z.union([z.number(), z.tuple([z.number(), z.number()])])).optional(),
  targetError: z.number().positive().optional(),
})

const planSchema = z.strictObject({
  network: z.union([z.string().min(1), z.looseObject({})]),
  scenarios: z.array(scenarioSchema).min(1),
  options: optionsSchema,
})

type Maker = (options: object) => unknown
const makers: Readonly<Record<'strategies' | 'events', Readonly<Record<string, unknown>>>> = { strategies, events }
/** Strategies that are made of others take those as arguments, which a plan holds as data instead. */
const composed = ['combine', 'scale', 'schedule', 'defineStrategy']

/**
 * Reads the plan of an ensemble from what JSON gave: every fault of its shape, its network and its scenarios at once.
 *
 * A strategy is its data, or `{ use: 'buildAlliance', hoursPerWeek: 8 }` for what `buildAlliance({ hoursPerWeek: 8 })` gives; so
 * is an event.
 *
 * @throws {GuanxiError} `INVALID_OPTION` with every fault and its path.
 */
export function readEnsemblePlan(plan: unknown): EnsemblePlan {
  const where = 'readEnsemblePlan'
  const issues: Issue[] = []
  const gather = <Result>(path: readonly (string | number)[], make: () => Result): Result | undefined => {
    try {
      return make()
    } catch (error) {
      if (!(error instanceof GuanxiError)) throw error
      if (error.issues.length === 0) issues.push({ path, message: error.message })
      else issues.push(...error.issues.map(issue => ({ path: [...path, ...issue.path], message: issue.message })))
      return undefined
    }
  }
  const given = plan as { readonly scenarios?: unknown; readonly network?: unknown } | null
  const full =
    typeof plan === 'object' && plan !== null && Array.isArray(given!.scenarios)
      ? { ...plan, scenarios: given!.scenarios.map((scenario, s) => expanded(scenario, ['scenarios', s], gather)) }
      : plan
  gather([], () => checkShape(where, planSchema, full, 'the plan'))
  const document = given?.network
  const network =
    typeof document === 'object' && document !== null
      ? gather(['network'], () => createNetwork(document as NetworkDocument))
      : (document as string)
  if (issues.length > 0)
    throw withIssues(
      'INVALID_OPTION',
      `${where}: the plan has ${issues.length} fault${issues.length === 1 ? '' : 's'}`,
      issues,
    )
  return { ...(full as EnsemblePlan), network: network! }
}

type Gather = <Result>(path: readonly (string | number)[], make: () => Result) => Result | undefined

/** The scenario with the data of the strategies and events that it only names. */
function expanded(scenario: unknown, path: readonly (string | number)[], gather: Gather): unknown {
  if (typeof scenario !== 'object' || scenario === null) return scenario
  const result: Record<string, unknown> = { ...scenario }
  for (const list of ['strategies', 'events'] as const) {
    const items = result[list]
    if (!Array.isArray(items)) continue
    const known = Object.keys(makers[list]).filter(name => !composed.includes(name))
    result[list] = items.flatMap((item, i) => {
      if (typeof item !== 'object' || item === null || !('use' in item)) return [item]
      const { use, ...options } = item
      const made = gather([...path, list, i], () => {
        if (typeof use !== 'string' || !known.includes(use))
          throw new GuanxiError(
            'INVALID_OPTION',
            `expected use to be one of ${known.join(', ')}, got ${JSON.stringify(use)}`,
          )
        return (makers[list][use] as Maker)(options)
      })
      return made === undefined ? [] : [made]
    })
  }
  return result
}
