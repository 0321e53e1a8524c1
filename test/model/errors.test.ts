import { GuanxiError } from 'guanxi'
import { describe, expect, test } from 'vitest'
import { show } from '../../src/model/errors.ts'
import { fromFault, toFault } from '../../src/model/fault.ts'
import { missingPackage } from '../../src/model/missingPackage.ts'
import { withIssues } from '../../src/model/withIssues.ts'

describe('GuanxiError', () => {
  test('lists its faults with their places', () => {
    const issues = [
      { path: ['ties', 0, 'power'], message: 'expected at most 1, got 2' },
      { path: [], message: 'expected an object' },
    ]
    const error = withIssues('INVALID_DOCUMENT', 'createNetwork: 2 faults', issues)
    expect(error).toMatchObject({ name: 'GuanxiError', code: 'INVALID_DOCUMENT', issues })
    expect(error.message).toBe(
      'createNetwork: 2 faults\n  ties[0].power: expected at most 1, got 2\n  (document): expected an object',
    )
  })
  test('with one thing to say it has no list', () => {
    const error = new GuanxiError('INVALID_OPTION', 'gini: expected layer')
    expect(error.message).toBe('gini: expected layer')
    expect(error.issues).toEqual([])
  })
  test('lists twenty faults, and says how many more there are; all stay in issues', () => {
    const of = (count: number) =>
      withIssues(
        'INVALID_DOCUMENT',
        'many',
        Array.from({ length: count }, (_, i) => ({ path: [i], message: 'x' })),
      )
    expect(of(20).message.split('\n')).toHaveLength(21)
    expect(of(20).message.endsWith('  [19]: x')).toBe(true)
    expect(of(23).message.split('\n').slice(-2)).toEqual(['  [19]: x', '  and 3 more'])
    expect(of(23).issues).toHaveLength(23)
  })
  test('an error of another copy of the package is one, other errors and records are not', () => {
    const other = Object.assign(new Error('x'), { name: 'GuanxiError', code: 'INVALID_OPTION', issues: [] })
    expect(other).toBeInstanceOf(GuanxiError)
    for (const value of [
      new Error('x'),
      Object.assign(new Error('x'), { code: 'ENOENT', issues: [] }),
      { name: 'GuanxiError', code: 'INVALID_OPTION', issues: [] },
      null,
    ])
      expect(value).not.toBeInstanceOf(GuanxiError)
  })
})

describe('in messages', () => {
  test.each([
    [[], '(document)'],
    [['ties', 0, 'power'], 'ties[0].power'],
    [[3, 'id'], '[3].id'],
    [['actors', 1, 2], 'actors[1][2]'],
  ])('the path %j reads %s', (path, text) =>
    expect(withIssues('INVALID_DOCUMENT', 'x', [{ path, message: 'y' }]).message).toBe(`x\n  ${text}: y`),
  )
  test.each([
    ['street', '"street"'],
    ['x'.repeat(60), `"${'x'.repeat(60)}"`],
    ['x'.repeat(61), `"${'x'.repeat(57)}"…`],
    [null, 'null'],
    [undefined, 'undefined'],
    [Number.NaN, 'NaN'],
    [7, '7'],
    [true, 'true'],
    [() => 1, 'a function'],
    [[1, 2, 3], 'an array of 3'],
    [{ a: 1 }, 'an object'],
  ])('%j reads %s', (value, text) => expect(show(value)).toBe(text))
})

describe('a fault', () => {
  test('survives JSON with code, issues and stack, and is a GuanxiError again', () => {
    const error = new GuanxiError('INVALID_VALUE', 'x', [{ path: ['ties', 0], message: 'y' }])
    const again = fromFault(JSON.parse(JSON.stringify(toFault(error))))
    expect(again).toBeInstanceOf(GuanxiError)
    expect(again).toMatchObject({ message: error.message, code: error.code, issues: error.issues, stack: error.stack })
  })
  test('keeps the name and message of any error, and what was thrown without being one', () => {
    expect(fromFault(toFault(new RangeError('too long')))).toMatchObject({ name: 'RangeError', message: 'too long' })
    expect(toFault('torn')).toEqual({ name: 'Error', message: 'torn' })
  })
})

describe('a package that is not installed', () => {
  const gone = { code: 'ERR_MODULE_NOT_FOUND' }
  test.each([gone, { code: 'MODULE_NOT_FOUND' }, new TypeError('Failed to resolve module specifier')])(
    '%s is said with the package to add',
    error =>
      expect(missingPackage('readXlsx', 'read-excel-file', error)).toMatchObject({
        code: 'MISSING_PACKAGE',
        message: expect.stringMatching(/^readXlsx: .*npm install read-excel-file$/),
      }),
  )
  test('another failure of it stays what it is', () => {
    for (const error of [{ code: 'EACCES' }, new Error('other'), null])
      expect(missingPackage('a', 'b', error)).toBe(error)
  })
})
