import { type TaskName, tasks } from './tasks.ts'

/** What comes back from a worker: the value, or the fault with all its fields, of which cloning an error would lose some. */
export type Answer =
  | { readonly value: unknown }
  | { readonly fault: { readonly message: string; readonly [field: string]: unknown } }

/** The whole of a worker thread: carries out one task after the other. Loaded by `workerPool`. */
export default async function work({ task, input }: { task: TaskName; input: never }): Promise<Answer> {
  try {
    return { value: await tasks[task](input) }
  } catch (error) {
    if (!(error instanceof Error)) return { fault: { message: String(error) } }
    const { name, message, stack } = error
    return { fault: { ...error, name, message, stack } }
  }
}
