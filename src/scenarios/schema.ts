import * as z from 'zod'
import { type Issue, show } from '../model/errors.ts'
import { expectation } from '../model/expectation.ts'
import { withIssues } from '../model/withIssues.ts'
import { practices } from './practices.ts'
import type { Event, Scenario, Strategy } from './types.ts'

/** The longest run: a century. */
export const MOST_WEEKS = 5200

/** Valente's classes of network intervention. */
export const interventions = ['individuals', 'segmentation', 'induction', 'alteration'] as const

const label = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const share = z.number().min(0).max(1)
const week = z.number().int().min(1).max(MOST_WEEKS)

export const strategySchema = z
  .strictObject({
    kind: z.string().min(1),
    label,
    section: z.string().min(1),
    intervention: z.enum(interventions),
    hoursPerWeek: z.number().min(0).max(1e6),
    startWeek: week,
    endWeek: week.nullable(),
    rampWeeks: z.number().min(0).max(MOST_WEEKS),
    intensity: share,
    agency: z.string().min(1).nullable(),
    practices: z.partialRecord(z.enum(practices as [string, ...string[]]), share),
    stance: z.strictObject({ paperworkLoad: z.number().min(0).max(100).optional(), choreAcceptance: share.optional() }),
  })
  .superRefine(({ practices: shares, hoursPerWeek }, context) => {
    const sum = Object.values(shares).reduce((total: number, part) => total + (part as number), 0)
    if (Math.abs(sum - 1) < 1e-9 || (sum === 0 && hoursPerWeek === 0)) return
    context.addIssue({
      code: 'custom',
      path: ['practices'],
      message: `expected shares that sum to 1 (or none, with hoursPerWeek 0), got a sum of ${sum}`,
    })
  })

export const eventSchema = z
  .strictObject({
    kind: z.enum(['staff-turnover', 'agency-withdrawal', 'media-coverage', 'contract-renewal']),
    label,
    section: z.string().min(1),
    week: week.nullable(),
    perYear: z.number().min(0).max(52).nullable(),
    share,
    load: z.number().min(0).max(100),
    agency: z.string().min(1).nullable(),
  })
  .refine(({ week, perYear }) => (week === null) !== (perYear === null), {
    path: ['week'],
    message: 'expected either a week or perYear, not both and not neither',
  })

const indicatorSchema = z.strictObject({
  id: z.string().min(1),
  label,
  amount: z.number().min(0),
  per: z.enum(['term', 'month']),
  hoursEach: z.number().min(0),
  dueWeek: week.nullable(),
})

export const workplanSchema = z.strictObject({
  staff: z.number().min(0).max(1e6),
  hoursPerWorker: z.number().min(0).max(168),
  termWeeks: week,
  otherPaperwork: z.number().min(0),
  indicators: z.array(indicatorSchema),
})

export const scenarioSchema = z
  .strictObject({
    name: z.string().min(1).optional(),
    strategies: z.array(strategySchema),
    events: z.array(eventSchema).optional(),
    weeks: z.number().int().min(0).max(MOST_WEEKS).optional(),
    workplan: workplanSchema.partial().optional(),
    parameters: z.record(z.string(), z.number()).optional(),
    seed: z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER).optional(),
    noise: z.number().min(0).max(1).optional(),
    roles: z.record(z.string(), z.enum(['purchaser', 'host', 'provider', 'public', 'partner'])).optional(),
  })
  .meta({ title: 'guanxi scenario', description: 'Strategies, events and settings of one run.' })

/** What several scenarios may share. */
const sharedSchema = scenarioSchema.pick({ weeks: true, seed: true, parameters: true, workplan: true, noise: true })

/**
 * The JSON Schema (draft 2020-12) of a scenario, for editors and other languages.
 *
 * The same text is the file `guanxi/scenario.schema.json`. It holds the shape; that shares of practices sum to 1, that an event has
 * either a week or a rate, and that agencies and parameters exist is beyond it and is checked by `runScenario`.
 *
 * Source: JSON Schema draft 2020-12, https://json-schema.org.
 *
 * @example
 * ```ts
 * import { scenarioJsonSchema } from 'guanxi/scenarios'
 *
 * scenarioJsonSchema().required // => ['strategies']
 * ```
 */
export function scenarioJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(scenarioSchema, { target: 'draft-2020-12' }) as Record<string, unknown>
}

/** Refuses a strategy that is not one, naming every fault. */
export function checkStrategy(where: string, strategy: unknown): asserts strategy is Strategy {
  checkShape(where, strategySchema, strategy, `the strategy${nameOf(strategy)}`)
}

export function checkEvent(where: string, event: unknown): asserts event is Event {
  checkShape(where, eventSchema, event, `the event${nameOf(event)}`)
}

export function checkScenario(where: string, scenario: unknown): asserts scenario is Scenario {
  checkShape(where, scenarioSchema, scenario, 'the scenario')
}

/** Refuses settings for several scenarios that no scenario could have. */
export function checkShared(where: string, shared: unknown): void {
  checkShape(where, sharedSchema, shared, 'what the scenarios share')
}

/** Refuses what is not of the shape, naming every fault. */
export function checkShape(where: string, schema: z.ZodType, value: unknown, what: string): void {
  const parsed = schema.safeParse(value)
  if (parsed.success) return
  const issues: Issue[] = parsed.error.issues.flatMap(issue => {
    const path = issue.path.map(step => (typeof step === 'symbol' ? String(step) : step))
    if (issue.code === 'unrecognized_keys') {
      const message = `no such field here; known are ${fieldsAt(schema, path).join(', ')}`
      return issue.keys.map(key => ({ path: [...path, key], message }))
    }
    if (issue.code === 'custom') return [{ path, message: `${issue.message}${kindsIn(value, path)}` }]
    const got = path.reduce<unknown>((at, step) => (at as Record<string | number, unknown> | undefined)?.[step], value)
    const call = typeof got === 'function' && got.name ? `; call it: ${got.name}()` : ''
    return [{ path, message: `expected ${expectation(issue)}, got ${show(got)}${call}${kindsIn(value, path)}` }]
  })
  throw withIssues(
    'INVALID_OPTION',
    `${where}: ${what} has ${issues.length} fault${issues.length === 1 ? '' : 's'}`,
    issues,
  )
}

/** Names of the fields that a schema knows at a place. */
function fieldsAt(schema: z.ZodType, path: readonly (string | number)[]): string[] {
  let at: unknown = schema
  for (const step of [...path, null]) {
    while (at instanceof z.ZodOptional || at instanceof z.ZodNullable) at = at.unwrap()
    if (step === null) break
    at = at instanceof z.ZodArray ? at.element : at instanceof z.ZodObject ? at.shape[step] : undefined
  }
  if (at instanceof z.ZodObject) return Object.keys(at.shape)
  return at instanceof z.ZodRecord && at.keyType instanceof z.ZodEnum ? at.keyType.options.map(String) : []
}

/** The kind of the strategy that a fault is in, so that a list of faults can be read. */
function kindsIn(value: unknown, path: readonly (string | number)[]): string {
  const [list, i] = path
  if ((list !== 'strategies' && list !== 'events') || typeof i !== 'number') return ''
  const kind = (value as Record<string, { kind?: unknown }[]>)[list]![i]?.kind
  return typeof kind === 'string' ? ` (${kind})` : ''
}

function nameOf(value: unknown): string {
  const kind = (value as { kind?: unknown } | null)?.kind
  return typeof kind === 'string' ? ` ${show(kind)}` : ''
}
