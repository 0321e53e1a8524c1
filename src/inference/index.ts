// Sensitivity of any function to its inputs
export type { Factor } from './factors.ts'
export { type MorrisOptions, type MorrisResult, type MorrisTerm, morris } from './morris.ts'
export { type SobolOptions, type SobolResult, type SobolTerm, sobol } from './sobol.ts'
