import { xCommunity } from 'guanxi/cases'
import { assumptions, buildAlliance, chaseIndicators, extendRelations, sustainCooperation } from 'guanxi/scenarios'
import { expect, test } from 'vitest'
import { randomStream } from '../../src/kernel/random.ts'
import { drawAt, type Parameters } from '../../src/scenarios/assumptions.ts'
import { meanPaperwork, paperworkByWeek } from '../../src/scenarios/dynamics/schedule.ts'
import { simulate } from '../../src/scenarios/dynamics/simulate.ts'
import { createState } from '../../src/scenarios/dynamics/state.ts'
import { prepare } from '../../src/scenarios/prepare.ts'
import { bareLoop } from '../bench/bareLoop.ts'

test('a loop written by hand for one agency gives the bits of the model', () => {
  let withdrawals = 0
  for (const strategies of [
    [],
    [sustainCooperation(), buildAlliance(), extendRelations()],
    [chaseIndicators({ load: 2.5 })],
  ]) {
    const { model, input } = prepare('test', xCommunity(), { strategies })
    const paperwork = paperworkByWeek(input.workplan, input.weeks)
    const bare = bareLoop(model, input.workplan, input.plans[0]!, paperwork, meanPaperwork(input.workplan))
    const state = createState(model)
    const stream = randomStream(9)
    for (let round = 0; round < 50; round++) {
      const parameters = Object.fromEntries(
        assumptions().map(row => [row.name, drawAt(row, stream.uniform())]),
      ) as Parameters
      const left = simulate(model, state, { ...input, parameters }, () => {})
      const found = bare(parameters, input.weeks)
      expect(found.withdrew).toBe(left[0]?.week ?? 0)
      if (found.withdrew > 0) withdrawals++
      for (const layer of ['trust', 'resources', 'power'] as const) expect([...found[layer]]).toEqual([...state[layer]])
    }
  }
  expect(withdrawals).toBeGreaterThan(5)
})
