import fc from 'fast-check'
import { GuanxiError, type GuanxiErrorCode, type NetworkLike, Scores } from 'guanxi'
import { describe, expect, test } from 'vitest'
import { type Drawn, drawnNetworks, toNetwork, toSnapshot } from '../helpers/networks.ts'

/**
 * What every public function promises: valid input gives numbers without NaN, or the error that the function's doc comment names;
 * invalid input gives a `GuanxiError`, whatever it is.
 */
export interface Call {
  /** Calls the function on a network, or on something made of it; a function without network leaves it alone. */
  readonly run: (network: NetworkLike, options: never) => unknown
  /** Options of a valid call; each is drawn with every network. */
  readonly valid: Readonly<Record<string, fc.Arbitrary<unknown>>>
  /** Networks of a valid call, where not every random network is one. */
  readonly networks?: fc.Arbitrary<NetworkLike>
  /** Codes that a valid call may throw: what is asked cannot be computed on this network. */
  readonly refuses?: readonly GuanxiErrorCode[]
  /** How many inputs; less where a call is long. */
  readonly runs?: number
  /** Options that may be `null`. */
  readonly nullable?: readonly string[]
  /** The options are a document, whose faults are all named under one code. */
  readonly document?: boolean
  /** Does without a network, or makes its own. */
  readonly alone?: boolean
}

export type Calls = Readonly<Record<string, Call>>

/** Places of a result that hold a number which is none. */
function wrongNumbers(result: unknown, path = 'result'): string[] {
  if (typeof result === 'number') return Number.isFinite(result) ? [] : [`${path} is ${result}`]
  if (typeof result === 'string')
    return /\b(NaN|Infinity|undefined|\[object )/.test(result) ? [`${path}: ${result}`] : []
  if (result instanceof Scores) return [...result].flatMap(([id, value]) => wrongNumbers(value, `${path}.get(${id})`))
  if (result instanceof Map || Array.isArray(result))
    return [...result].flatMap((item, k) => wrongNumbers(item, `${path}[${k}]`))
  if (ArrayBuffer.isView(result)) return []
  if (typeof result === 'object' && result !== null)
    return Object.entries(result).flatMap(([name, part]) => wrongNumbers(part, `${path}.${name}`))
  return []
}

const random: fc.Arbitrary<NetworkLike> = fc
  .tuple(drawnNetworks({ maxActors: 6 }), fc.boolean())
  .map(([network, frozen]: [Drawn, boolean]) => (frozen ? toSnapshot(network) : toNetwork(network)))

const codeOfError = (error: unknown): GuanxiErrorCode => {
  if (error instanceof GuanxiError) return error.code
  throw error
}

/** The code of the error that a call throws; `undefined` when it gives a result. Anything but a `GuanxiError` passes through. */
export function codeOf(run: () => unknown): GuanxiErrorCode | undefined {
  try {
    run()
  } catch (error) {
    return codeOfError(error)
  }
  return undefined
}

/** The same of a call that may give a promise. */
async function eventualCodeOf(run: () => unknown): Promise<GuanxiErrorCode | undefined> {
  try {
    await run()
  } catch (error) {
    return codeOfError(error)
  }
  return undefined
}

// No option of any function may be one of these.
const impossible = [Number.NaN, Number.POSITIVE_INFINITY, Symbol('s'), null, () => 1, 10n]
const callbacks = ['onProgress', 'missing']

const fixed = toNetwork({
  count: 4,
  sectors: ['gov', 'gov', 'com', 'org'],
  arcs: [
    [0, 1, 3],
    [1, 0, 1],
    [1, 2, 2],
    [2, 3, 1],
    [0, 3, 4],
  ],
})

/** The names of a function's options, from the error about an unknown one. */
async function optionNames({ run }: Call, network: NetworkLike, options: object): Promise<string[]> {
  try {
    await run(network, { ...options, unheardOf: 1 } as never)
  } catch (error) {
    const known = /known are (.*)$/m.exec((error as Error).message)?.[1]
    if (known) return known === 'none' ? [] : known.split(', ')
  }
  return []
}

/** Holds every call of a table to the promises. */
export function promises(calls: Calls): void {
  describe('valid input gives numbers, or the error that is documented', () => {
    for (const [name, { run, valid, networks = random, refuses = [], runs = 40 }] of Object.entries(calls))
      test(name, () =>
        fc.assert(
          fc.asyncProperty(
            networks,
            fc.record(valid as Record<string, fc.Arbitrary<unknown>>),
            async (network, options) => {
              let result: unknown
              const code = await eventualCodeOf(async () => {
                result = await run(network, options as never)
              })
              if (code === undefined) expect(wrongNumbers(result)).toEqual([])
              else expect(refuses, code).toContain(code)
            },
          ),
          { numRuns: runs, seed: 5 },
        ),
      )
  })
  describe('invalid input gives a GuanxiError', () => {
    for (const [name, call] of Object.entries(calls)) {
      const { run, valid, networks, alone = false, document = false, nullable = [], runs = 40 } = call
      const [options] = fc.sample(fc.record(valid as Record<string, fc.Arbitrary<unknown>>), { numRuns: 1, seed: 3 })
      const [network] = networks ? fc.sample(networks, { numRuns: 1, seed: 3 }) : [fixed]
      const outcome = (more: object) => eventualCodeOf(() => run(network!, { ...options, ...more } as never))
      test(`${name}: an option that it does not have`, async () => {
        const names = await optionNames(call, network!, options!)
        await fc.assert(
          fc.asyncProperty(fc.string({ minLength: 1 }), fc.anything(), async (other, value) => {
            if (!names.includes(other))
              expect(await outcome({ [other]: value })).toBe(document ? 'INVALID_OPTION' : 'UNKNOWN_OPTION')
          }),
          { numRuns: Math.min(runs, 20), seed: 7 },
        )
      })
      test(`${name}: values that no option has`, async () => {
        for (const option of await optionNames(call, network!, options!))
          for (const value of impossible) {
            if (typeof value === 'function' && callbacks.includes(option)) continue
            if (value === null && nullable.includes(option)) continue
            expect(await outcome({ [option]: value }), `${option}: ${String(value)}`).toBeDefined()
          }
      })
      test(`${name}: any value at all gives a result or a GuanxiError`, async () => {
        const names = await optionNames(call, network!, options!)
        await fc.assert(
          fc.asyncProperty(fc.constantFrom(...names, 'unheardOf'), fc.anything(), async (option, value) => {
            const heavy = typeof value === 'number' && value > 100
            if (heavy || (option === 'signal' && value !== null && typeof value === 'object')) return
            await outcome({ [option]: value })
          }),
          { numRuns: runs, seed: 9 },
        )
      })
      if (!alone)
        test(`${name}: something that is no network`, async () => {
          for (const value of [undefined, null, 5, 'network', {}, [], () => 1])
            expect(await eventualCodeOf(() => run(value as never, options as never)), String(value)).toBeDefined()
        })
      test(`${name}: something that is no options`, async () => {
        for (const value of [null, 5, 'options', []])
          expect(await eventualCodeOf(() => run(network!, value as never)), String(value)).toBeDefined()
        await eventualCodeOf(() => run(network!, undefined as never)) // none at all: a result, or a GuanxiError
      })
    }
  })
}
