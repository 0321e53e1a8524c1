import type { diagnosisBlock } from './diagnosisBlock.ts'
import type { ensembleBlock } from './ensembleBlock.ts'
import type { measureBlock } from './measureBlock.ts'
import type { testBlock } from './testBlock.ts'

/**
 * What a worker can do, by name. Code is never sent to a worker: a task is a function of this package, and what goes in and
 * comes out is data that can be cloned.
 *
 * Each is loaded with its first task: a thread that permutes actors need not wait for the schemas of scenarios.
 */
export const tasks = {
  diagnosisBlock: async (input: Parameters<typeof diagnosisBlock>[0]) =>
    (await import('./diagnosisBlock.ts')).diagnosisBlock(input),
  ensembleBlock: async (input: Parameters<typeof ensembleBlock>[0]) =>
    (await import('./ensembleBlock.ts')).ensembleBlock(input),
  measureBlock: async (input: Parameters<typeof measureBlock>[0]) =>
    (await import('./measureBlock.ts')).measureBlock(input),
  testBlock: async (input: Parameters<typeof testBlock>[0]) => (await import('./testBlock.ts')).testBlock(input),
}

export type TaskName = keyof typeof tasks
export type TaskInput<N extends TaskName> = Parameters<(typeof tasks)[N]>[0]
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<(typeof tasks)[N]>>
