import { ensembleBlock } from './ensembleBlock.ts'
import { measureBlock } from './measureBlock.ts'
import { testBlock } from './testBlock.ts'

/**
 * What a worker can do, by name. Code is never sent to a worker: a task is a function of this package, and what goes in and
 * comes out is data that can be cloned.
 */
export const tasks = { ensembleBlock, measureBlock, testBlock }

export type TaskName = keyof typeof tasks
export type TaskInput<N extends TaskName> = Parameters<(typeof tasks)[N]>[0]
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<(typeof tasks)[N]>>
