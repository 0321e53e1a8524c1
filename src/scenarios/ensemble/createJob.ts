import { GuanxiError, show } from '../../model/errors.ts'
import type { RelationNetwork } from '../../model/network.ts'
import { toDocument } from '../../model/toDocument.ts'
import { version } from '../../model/version.ts'
import { assumptions } from '../assumptions.ts'
import { withShared } from '../compareScenarios.ts'
import { parametersWith, prepare, YEAR } from '../prepare.ts'
import type { Scenario, Workplan } from '../types.ts'
import { gridSize } from './designPoints.ts'
import { hashOf } from './hashOf.ts'
import type { Design, DrawnAssumption, EnsembleJob } from './types.ts'

/** The part of the options of `runEnsemble` that the numbers depend on. */
export interface JobOptions {
  readonly replications?: number | undefined
  readonly weeks?: number | undefined
  readonly seed: number
  readonly design?: Design | undefined
  readonly noise?: number | undefined
  readonly workplan?: Partial<Workplan> | undefined
  readonly parameters?: Readonly<Record<string, number | readonly [number, number]>> | undefined
}

/** Checks all that an ensemble is made of and fills in the defaults. */
export function createJob(
  where: string,
  network: RelationNetwork,
  scenarios: readonly Scenario[],
  { design = 'latin-hypercube', parameters = {}, seed, weeks = YEAR, ...options }: JobOptions,
): EnsembleJob {
  if (!Array.isArray(scenarios) || scenarios.length === 0)
    throw new GuanxiError('INVALID_OPTION', `${where}: expected at least one scenario, got ${show(scenarios)}`)
  const held = Object.entries(parameters).filter((entry): entry is [string, number] => !Array.isArray(entry[1]))
  const names = namedBy(where, design)
  const twice = Object.keys(parameters).find(name => names.includes(name))
  if (twice !== undefined)
    throw new GuanxiError('INVALID_OPTION', `${where}: the design sets ${show(twice)} and so does parameters`)
  const shared = { noise: options.noise ?? 0, parameters: Object.fromEntries(held) }
  const filled = scenarios.map(given => {
    for (const [name, own, all] of [
      ['weeks', given.weeks, weeks],
      ['seed', given.seed, seed],
    ] as const)
      if (own !== undefined && own !== all)
        throw new GuanxiError(
          'INVALID_OPTION',
          `${where}: all scenarios of an ensemble share ${name} (${all}); ${show(given.name)} has ${own}`,
        )
    const { seed: _, ...scenario } = withShared(given, {
      ...shared,
      ...(options.workplan ? { workplan: options.workplan } : {}),
    })
    // One model serves to name and check them all; each block makes its own.
    const { name } = prepare(where, network, { ...scenario, weeks })
    return { ...structuredClone(scenario), name, weeks }
  })
  const repeated = filled.find(({ name }, i) => filled.findIndex(other => other.name === name) !== i)
  if (repeated)
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: two scenarios are called ${show(repeated.name)}; give each a name of its own`,
    )
  const job = {
    version,
    network: toDocument(network),
    scenarios: filled,
    weeks,
    replications: replicationsOf(where, design, options.replications),
    seed,
    design: structuredClone(design),
    drawn: typeof design === 'object' ? [] : drawnOf(where, parameters),
  }
  return { ...job, id: hashOf(job) }
}

/** Parameters that a grid or a list names, once they are known to be in order. */
function namedBy(where: string, design: Design): string[] {
  if (typeof design === 'string') return []
  const points: readonly (readonly [string, number])[] =
    'grid' in design
      ? Object.entries(design.grid).flatMap(([name, values]) => values.map(value => [name, value] as const))
      : design.list.flatMap(point => Object.entries(point))
  for (const [name, value] of points) parametersWith(where, { [name]: value })
  return [...new Set(points.map(([name]) => name))]
}

/** What a sampled design draws: every assumption that is not held, over its range or the one that is given. */
function drawnOf(where: string, parameters: NonNullable<JobOptions['parameters']>): DrawnAssumption[] {
  for (const [name, given] of Object.entries(parameters)) {
    if (!Array.isArray(given)) continue
    for (const end of given) parametersWith(where, { [name]: end })
    if (given.length !== 2 || !(given[0] < given[1]))
      throw new GuanxiError('INVALID_OPTION', `${where}: expected parameter ${name} to be a value or [low, high]`)
  }
  return assumptions()
    .filter(({ name }) => typeof parameters[name] !== 'number')
    .map(({ name, range, draw }) => {
      const given = parameters[name] as readonly [number, number] | undefined
      // A range that begins at 0 has no logarithm there.
      return { name, range: given ?? range, draw: given?.[0] === 0 ? 'even' : draw }
    })
}

function replicationsOf(where: string, design: Design, given: number | undefined): number {
  if (given !== undefined) return given
  if (typeof design === 'object') return 'grid' in design ? gridSize(design.grid) : design.list.length
  throw new GuanxiError('INVALID_OPTION', `${where}: option replications is required`)
}
