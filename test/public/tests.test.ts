import * as inference from 'guanxi/inference'
import { expect, test } from 'vitest'
import { tests } from './calls/tests.ts'
import { promises } from './promises.ts'

test('the table has every test and every plan of one', () => {
  const others = ['adjust', 'runPlan'] // the first is held in documents.test.ts, the second runs each plan here
  expect(Object.keys(tests).sort()).toEqual(
    Object.keys(inference)
      .filter(name => !others.includes(name))
      .sort(),
  )
})
promises(tests)
