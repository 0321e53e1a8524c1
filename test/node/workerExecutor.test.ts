import { xCommunity } from 'guanxi/cases'
import { workerExecutor } from 'guanxi/node'
import { buildAlliance, runEnsemble } from 'guanxi/scenarios'
import { afterAll, describe, expect, test } from 'vitest'

const network = xCommunity()
const scenarios = [
  { name: 'as it is', strategies: [] },
  { name: 'alliance', strategies: [buildAlliance()], noise: 0.1 },
]
const options = { replications: 60, seed: 5 }

describe('worker threads', () => {
  const executor = workerExecutor({ workers: 2 })
  afterAll(() => executor.close())

  test('give the bits of this thread', async () => {
    const here = await runEnsemble(network, scenarios, options)
    expect(JSON.stringify(await runEnsemble(network, scenarios, { ...options, executor }))).toBe(JSON.stringify(here))
  })
})
