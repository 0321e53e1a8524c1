import { buildAlliance, calibrate, extendRelations } from 'guanxi/scenarios'
import { expect, test } from 'vitest'
import { drawnTruth, plantedWaves } from './planted.ts'

// An interval of 90 % must hold 90 % of the truths that the prior draws: of 120, three standard errors of 2.7 % either way.
const TRUTHS = 120
const names = ['trustGain', 'lossFactor', 'powerTrust', 'resourceTrust']
const error = 0.03

test('intervals of 90 % hold 82 to 98 % of planted truths, each parameter', () => {
  const scenario = { strategies: [buildAlliance(), extendRelations()] }
  const held = names.map(() => 0)
  const ratios = names.map(() => 0)
  for (let trial = 0; trial < TRUTHS; trial++) {
    const truth = drawnTruth(names, trial)
    const waves = plantedWaves(scenario, truth, [17], error, trial)
    const { parameters } = calibrate(waves, scenario, { fit: names, seed: trial, error, draws: 3000 })
    parameters.forEach(({ name, interval: [low, high], ratio }, d) => {
      if (low <= truth[name]! && truth[name]! <= high) held[d]!++
      ratios[d]! += ratio / TRUTHS
    })
  }
  names.forEach((name, d) => {
    const share = held[d]! / TRUTHS
    console.log(`${name}: ${(100 * share).toFixed(1)} % held, ratio ${ratios[d]!.toFixed(2)}`)
    expect(share).toBeGreaterThanOrEqual(0.82)
    expect(share).toBeLessThanOrEqual(0.98)
  })
})
