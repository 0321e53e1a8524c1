import { vi } from 'vitest'

/**
 * Runs something where there is no setImmediate, as in a browser, and counts the message channels that it leaves open: one is
 * enough to keep Node from ending.
 */
export async function openChannels(body: () => Promise<unknown>): Promise<{ made: number; open: number }> {
  const ports = new Set<MessagePort>()
  let made = 0
  class Watched extends MessageChannel {
    constructor() {
      super()
      made++
      for (const port of [this.port1, this.port2]) {
        ports.add(port)
        const close = port.close.bind(port)
        port.close = () => {
          ports.delete(port)
          close()
        }
      }
    }
  }
  vi.stubGlobal('setImmediate', undefined)
  vi.stubGlobal('MessageChannel', Watched)
  try {
    await body()
  } catch {
    // What it does in the end, not whether it succeeds.
  } finally {
    vi.unstubAllGlobals()
  }
  return { made, open: ports.size }
}
