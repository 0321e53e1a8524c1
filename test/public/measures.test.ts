import * as metrics from 'guanxi/metrics'
import { expect, test } from 'vitest'
import { measures } from './calls/measures.ts'
import { promises } from './promises.ts'

test('the table has every measure', () => expect(Object.keys(measures).sort()).toEqual(Object.keys(metrics).sort()))
promises(measures)
