/** Lets waiting events through between two pieces of work in this thread. */
export interface Breather {
  /** Resolves after timers, clicks and messages that wait now. */
  breath(): Promise<void>
  /** To be called at the end: an open one keeps Node from ending. */
  close(): void
}

/**
 * Makes a breather. In a browser a message is delivered after other waiting events, and without the millisecond that a timer waits;
 * Node delivers up to a thousand messages before it looks at its timers again, but has `setImmediate`.
 */
export function breather(): Breather {
  const { setImmediate } = globalThis as { readonly setImmediate?: (then: () => void) => unknown }
  if (setImmediate) return { breath: () => new Promise<void>(resolve => setImmediate(resolve)), close() {} }
  const channel = new MessageChannel()
  let resume: () => void = () => {}
  channel.port1.onmessage = () => resume()
  return {
    breath: () =>
      new Promise<void>(resolve => {
        resume = resolve
        channel.port2.postMessage(null)
      }),
    close() {
      channel.port1.close()
      channel.port2.close()
    },
  }
}
