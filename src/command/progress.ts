import type { Lang } from '../model/labels.ts'
import type { Terminal } from './terminal.ts'
import { words } from './words.ts'

const WIDTH = 24

/**
 * Shows how far the work is: a bar with the time left on a terminal, a line for each tenth in a log.
 *
 * The time left is what the rest takes at the rate since the start, of which work that was there already is no part.
 */
export function progress(
  { err, isTerminal, now }: Terminal,
  lang: Lang,
): { readonly onProgress: (at: { readonly done: number; readonly total: number }) => void; readonly end: () => void } {
  const began = now()
  let first: number | undefined
  let tenth = -1
  let shown = 0
  return {
    onProgress({ done, total }) {
      first ??= done
      const share = total > 0 ? done / total : 1
      const here = done - first
      const left = here > 0 && done < total ? ((now() - began) / here) * (total - done) : undefined
      const time = left === undefined ? '' : `  ${words[lang].left(duration(left, lang))}`
      const count = `${Math.floor(100 * share)} %  ${done}/${total}${time}`
      if (isTerminal) {
        const full = Math.round(WIDTH * share)
        const line = `[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}] ${count}`
        err(`\r${line.padEnd(shown)}`)
        shown = line.length
      } else if (Math.floor(10 * share) > tenth) {
        tenth = Math.floor(10 * share)
        err(`${count}\n`)
      }
    },
    end() {
      if (isTerminal && shown > 0) err('\n')
      shown = 0
    },
  }
}

/** "45 s", "3 min 20 s", "2 h 5 min". */
export function duration(milliseconds: number, lang: Lang): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000))
  const [h, min, s] = words[lang].units
  if (seconds < 60) return `${seconds} ${s}`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} ${min} ${seconds % 60} ${s}`
  return `${Math.floor(minutes / 60)} ${h} ${minutes % 60} ${min}`
}
