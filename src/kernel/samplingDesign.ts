/**
 * Points of the unit cube at which a model is to be run, made one at a time: a large design needs no large table.
 *
 * Rows can be asked for in any order, by any worker; the outputs go to the estimator in the order of the rows.
 */
export interface SamplingDesign {
  /** How many runs of the model. */
  readonly rows: number
  /** How many inputs. */
  readonly dimensions: number
  /** Writes the inputs of run `index` into `into`, each in [0, 1]. */
  row(index: number, into: number[] | Float64Array): void
}
