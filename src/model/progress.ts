import { abortSignal, callback } from './options.ts'

/** How a long computation speaks to the outside. */
export interface Progress {
  /** Told how far the work is, some hundred times at most; may abort the signal. */
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined
  /**
   * Looked at before every draw; once aborted, the call throws the signal's reason. While a call without `await` runs,
   * only the callbacks that it calls can abort it; what can run as a plan lets timers and clicks through (`runPlan`).
   */
  readonly signal?: AbortSignal | undefined
}

export const progressRules = { onProgress: callback, signal: abortSignal } as const

/** Throws when aborted; reports at the start, at the end and about every hundredth of the way. */
export function reportProgress({ onProgress, signal }: Progress, done: number, total: number): void {
  signal?.throwIfAborted()
  if (onProgress && (done === total || done % Math.ceil(total / 100) === 0)) {
    onProgress({ done, total })
    signal?.throwIfAborted()
  }
}
