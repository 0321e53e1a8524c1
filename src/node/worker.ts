import { type Fault, toFault } from '../model/fault.ts'
import { type TaskName, tasks } from './tasks.ts'

/** What comes back from a worker: what the task gave, or what it threw. */
export type Answer = { readonly value: unknown } | { readonly fault: Fault }

/** The whole of a worker thread: carries out one task after the other. Loaded by `workerPool`. */
export default async function work({ task, input }: { task: TaskName; input: never }): Promise<Answer> {
  try {
    return { value: await tasks[task](input) }
  } catch (error) {
    return { fault: toFault(error) }
  }
}
