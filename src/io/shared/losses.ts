/** Sentences on what a format could not hold or a file held wrongly; the same loss at many places is one sentence with a count. */
export class Losses {
  private readonly sentences = new Map<string, { count: number; text: (count: number) => string }>()

  /** `text` may depend on how often the loss of this `key` came; without a `key` the sentence stands for itself. */
  add(text: string | ((count: number) => string), key?: string): void {
    const name = key ?? (text as string)
    const known = this.sentences.get(name)
    if (known) known.count++
    else this.sentences.set(name, { count: 1, text: typeof text === 'string' ? () => text : text })
  }

  list(): string[] {
    return [...this.sentences.values()].map(({ count, text }) => text(count))
  }
}

/** "1 tie", "3 ties". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
