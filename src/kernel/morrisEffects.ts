import type { MorrisDesign } from './morrisDesign.ts'

/** By input: mean, mean size and spread of the elementary effects; `sigma` is NaN below two trajectories. */
export interface MorrisEffects {
  readonly mu: Float64Array
  readonly muStar: Float64Array
  readonly sigma: Float64Array
}

/**
 * Elementary effects from the outputs of a `morrisDesign`: change of the output by unit of the unit cube.
 *
 * @param outputs - one finite number a row of the design.
 *
 * Source: Morris 1991, Technometrics 33:161–174; μ*: Campolongo, Cariboni & Saltelli 2007. σ divides by one less than
 * the number of trajectories.
 */
export function morrisEffects(design: MorrisDesign, outputs: ArrayLike<number>): MorrisEffects {
  const { dimensions, trajectories, step, changed, signs } = design
  const effects = new Float64Array(trajectories * dimensions)
  for (let t = 0; t < trajectories; t++)
    for (let k = 0; k < dimensions; k++) {
      const row = t * (dimensions + 1) + k
      const rise = outputs[row + 1]! - outputs[row]!
      effects[changed[t * dimensions + k]! * trajectories + t] = (signs[t * dimensions + k]! * rise) / step
    }
  const mu = new Float64Array(dimensions)
  const muStar = new Float64Array(dimensions)
  const sigma = new Float64Array(dimensions)
  for (let d = 0; d < dimensions; d++) {
    const own = effects.subarray(d * trajectories, (d + 1) * trajectories)
    for (const effect of own) {
      mu[d]! += effect / trajectories
      muStar[d]! += Math.abs(effect) / trajectories
    }
    let squares = 0
    for (const effect of own) squares += (effect - mu[d]!) ** 2
    sigma[d] = trajectories > 1 ? Math.sqrt(squares / (trajectories - 1)) : Number.NaN
  }
  return { mu, muStar, sigma }
}
