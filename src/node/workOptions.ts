import { checkOptions, integerIn } from '../model/options.ts'
import { type Progress, progressRules } from '../model/progress.ts'

/** Options of everything that is done in worker threads. */
export interface WorkOptions extends Progress {
  /** Threads, 1 to 1,024; the result does not depend on it. @defaultValue as many as the machine has cores */
  readonly workers?: number | undefined
}

/** Parts the options of the work from those of the function that it is the work of, which are data and can be sent. */
export function workOptions<O extends WorkOptions>(
  where: string,
  options: O | undefined,
): { work: WorkOptions; rest: Omit<O, keyof WorkOptions> } {
  const { workers, onProgress, signal, ...rest } = options ?? ({} as O)
  const work = { workers, onProgress, signal }
  checkOptions(where, work, { workers: integerIn(1, 1024), ...progressRules })
  return { work, rest }
}
