import type { Answered, PicturePart, Questions } from './protocol.ts'

interface Waiting {
  readonly resolve: (answer: never) => void
  readonly reject: (fault: Error) => void
  readonly part: ((part: PicturePart) => void) | undefined
}

/** The worker that holds the network and does all the counting; the page only asks. */
export class Desk {
  readonly #worker = new Worker(new URL('./desk.worker.ts', import.meta.url), { type: 'module' })
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<Answered>) => {
      const waiting = this.#waiting.get(data.id)
      if (!waiting) return
      if ('part' in data) return waiting.part?.(data.part)
      this.#waiting.delete(data.id)
      if ('fault' in data) waiting.reject(Object.assign(new Error(data.fault.message), data.fault))
      else waiting.resolve(data.answer as never)
    }
  }

  /** @param part - gets each part of a picture as it comes. */
  ask<T extends keyof Questions>(
    name: T,
    ask: Questions[T]['ask'],
    part?: (part: PicturePart) => void,
  ): Promise<Questions[T]['answer']> {
    const id = ++this.#asked
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, part })
      this.#worker.postMessage({ id, name, ask })
    })
  }
}
