import { GuanxiError } from 'guanxi'
import { describe, expect, test, vi } from 'vitest'
import { breather } from '../../src/model/breather.ts'
import { layersRules } from '../../src/model/layerColumns.ts'
import {
  abortSignal,
  callback,
  checkOptions,
  finite,
  flag,
  integerIn,
  numberIn,
  type OptionRule,
  oneOf,
  requireOption,
  seed,
  text,
  texts,
} from '../../src/model/options.ts'
import { reportProgress } from '../../src/model/progress.ts'
import { binaryRules } from '../../src/model/ties.ts'

const rules: [name: string, rule: OptionRule, accepted: unknown[], refused: unknown[]][] = [
  ['text', text, ['a', ' '], ['', 7, null, ['a']]],
  ['finite', finite, [0, -1.5], [Number.NaN, Infinity, '1', null]],
  ['flag', flag, [true, false], [0, 'true', null]],
  ['seed', seed, [0, -7, 2 ** 53 - 1], [0.5, 2 ** 53, Number.NaN, '1']],
  ['texts', texts, [[], ['a', 'b']], ['a', [''], ['a', 7], null]],
  ['callback', callback, [() => {}], [{}, null, 'f']],
  ['abortSignal', abortSignal, [new AbortController().signal, { aborted: false }], [{}, null, 'aborted', () => {}]],
  ['numberIn(0, 1)', numberIn(0, 1), [0, 0.5, 1], [-0.01, 1.01, Number.NaN, '0.5']],
  ['numberIn without an end', numberIn(0, Infinity), [0, 1e300], [Infinity, -1]],
  ['numberIn without a beginning', numberIn(-Infinity, 0), [0, -1e300], [-Infinity, 1]],
  ['integerIn(1, 3)', integerIn(1, 3), [1, 2, 3], [0, 4, 1.5, '2', Number.NaN]],
  ['oneOf', oneOf('in', 'out'), ['in', 'out'], ['total', 'i', '', 0]],
  ['missing', binaryRules.missing, ['error', 'skip', 0, 2.5], ['', 'ignore', -1, Number.NaN, Infinity, null]],
  ['threshold', binaryRules.threshold, [0, 2.5], [-1, Number.NaN, Infinity, '1']],
  ['layers', layersRules.layers, [[], ['power', 'trust']], [['power', 'power'], [''], 'power', null]],
]

describe.each(rules)('%s', (_, rule, accepted, refused) => {
  test('takes what it says and refuses the rest', () => {
    for (const value of accepted) expect(rule.accepts(value), `${value}`).toBe(true)
    for (const value of refused) expect(rule.accepts(value), `${value}`).toBe(false)
    expect(rule.expected).not.toBe('')
  })
})

function refusal(options: unknown, known: Record<string, OptionRule> = { layer: text, flow: flag }) {
  try {
    checkOptions('here', options, known)
  } catch (error) {
    if (!(error instanceof GuanxiError)) throw error
    return `${error.code} ${error.message}`
  }
  return null
}

describe('checkOptions', () => {
  test('nothing, and options that are undefined, are not given', () => {
    expect(refusal(undefined)).toBeNull()
    expect(refusal({})).toBeNull()
    expect(refusal({ layer: undefined, flow: true })).toBeNull()
  })
  test.each([null, 7, 'layer', ['layer']])('%j holds no options', options =>
    expect(refusal(options)).toMatch(/^INVALID_OPTION here: expected an object of options, got /),
  )
  test('an option of another name, the known ones named', () => {
    expect(refusal({ layr: 'power' })).toBe('UNKNOWN_OPTION here: no option "layr"; known are layer, flow')
    expect(refusal({ toString: 1 })).toBe('UNKNOWN_OPTION here: no option "toString"; known are layer, flow')
    expect(refusal({ a: undefined }, {})).toBe('UNKNOWN_OPTION here: no option "a"; known are none')
  })
  test('a value of the wrong kind', () =>
    expect(refusal({ layer: '' })).toBe('INVALID_OPTION here: expected layer to be a non-empty text, got ""'))
  test('a required option', () => {
    expect(requireOption('here', 'layer', 0)).toBe(0)
    expect(() => requireOption('here', 'layer', undefined)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
  })
})

describe('progress', () => {
  const told = (total: number) => {
    const seen: number[] = []
    const onProgress = ({ done, total: of }: { done: number; total: number }) => {
      expect(of).toBe(total)
      seen.push(done)
    }
    for (let done = 0; done <= total; done++) reportProgress({ onProgress }, done, total)
    return seen
  }
  test('every step of few, about each hundredth of many, and the end of any', () => {
    expect(told(3)).toEqual([0, 1, 2, 3])
    expect(told(100)).toHaveLength(101)
    expect(told(250)).toEqual([...Array.from({ length: 84 }, (_, i) => 3 * i), 250])
  })
  test('an abort before a step stops it without a word, one from the callback stops right after', () => {
    const controller = new AbortController()
    const { signal } = controller
    let calls = 0
    const onProgress = () => {
      calls++
      controller.abort(new Error('enough'))
    }
    expect(() => reportProgress({ onProgress, signal }, 0, 3)).toThrow('enough')
    expect(() => reportProgress({ onProgress, signal }, 1, 3)).toThrow('enough')
    expect(calls).toBe(1)
    expect(() => reportProgress({ signal }, 1, 3)).toThrow('enough')
    reportProgress({}, 1, 3)
  })
})

describe('a breather', () => {
  const letsThrough = async ({ breath }: ReturnType<typeof breather>) => {
    for (let i = 0; i < 3; i++) {
      let seen = false
      setTimeout(() => {
        seen = true
      })
      const started = performance.now()
      while (!seen && performance.now() - started < 2000) await breath()
      expect(seen).toBe(true)
    }
  }
  test('lets what waits through, as often as it is asked: a timer after a breath or two', async () => {
    const made = breather()
    await letsThrough(made)
    let seen = false
    setTimeout(() => {
      seen = true
    }, 1)
    const until = performance.now() + 3
    while (performance.now() < until);
    for (let i = 0; i < 3; i++) await made.breath()
    expect(seen).toBe(true)
    made.close()
  })
  test('goes by messages where there is no setImmediate, and closes', async () => {
    vi.stubGlobal('setImmediate', undefined)
    const made = breather()
    vi.unstubAllGlobals()
    await letsThrough(made)
    made.close()
    const after = made.breath().then(() => 'open')
    expect(await Promise.race([after, new Promise(done => setTimeout(done, 50, 'closed'))])).toBe('closed')
  })
})
