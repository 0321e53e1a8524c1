import type { Mutant, MutantResult } from '@stryker-mutator/api/core'

export function keyOf(mutant: Mutant, first: 0 | 1): string
export const tested: MutantResult[]
