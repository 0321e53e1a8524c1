import type { Lang } from 'guanxi'
import { type Practice, practices } from 'guanxi/scenarios'
import { Desk } from './desk.ts'
import { type Chosen, Picture } from './picture.ts'
import type { Drawn, Fault, Hours, Look, Opened, PlanResult } from './protocol.ts'
import { type Words, wordsOf } from './words.ts'

export interface State extends Look {
  readonly theme: 'light' | 'dark'
  /** Whether areas are drawn around groups. */
  readonly areas: boolean
  readonly opened: Opened | null
  readonly drawn: Drawn | null
  readonly chosen: Chosen
  readonly hours: Hours
  readonly weeks: number
  readonly result: PlanResult | null
}

export type Changed = ReadonlySet<keyof State>

/** A part of the page: it makes its element once and mends it when something it shows has changed. */
export interface Part {
  readonly element: HTMLElement
  update(changed: Changed): void
}

export const noHours = Object.fromEntries(practices.map(practice => [practice, 0])) as Record<Practice, number>

/** What all parts of the page share: the state, the worker, and the line that is read out. */
export class App {
  readonly desk = new Desk()
  readonly picture = new Picture(chosen => this.change({ chosen }))
  parts: readonly Part[] = []
  state: State
  #say: (text: string, detail: string) => void = () => {}

  constructor(lang: Lang, theme: 'light' | 'dark') {
    this.state = {
      lang,
      theme,
      areas: false,
      layer: null,
      layout: 'auto',
      size: 'same',
      group: 'kind',
      moment: 'read',
      opened: null,
      drawn: null,
      chosen: null,
      hours: noHours,
      weeks: 52,
      result: null,
    }
  }

  get words(): Words {
    return wordsOf(this.state.lang)
  }

  change(some: Partial<State>): void {
    const before = this.state
    this.state = { ...before, ...some }
    const changed = new Set((Object.keys(some) as (keyof State)[]).filter(key => before[key] !== this.state[key]))
    if (changed.size > 0) for (const part of this.parts) part.update(changed)
  }

  /** A line for screen readers and for everybody. */
  say(text: string, detail = ''): void {
    this.#say(text, detail)
  }

  /** @param say - gets the line, and what is to be read below it in English. */
  onSay(say: (text: string, detail: string) => void): void {
    this.#say = say
  }

  fail(problem: unknown): void {
    this.say(...this.inWords(problem))
  }

  /** @param problem - an error, or a fault that a worker told of. */
  inWords(problem: unknown): [text: string, detail: string] {
    const { message = String(problem), code = null, chinese = [] } = Object(problem) as Partial<Fault>
    return this.words.failed({ message, code, chinese })
  }
}

/** How a network is first shown: by its first layer, which for ours is power. */
export function firstLook({ layers }: Opened): Partial<State> {
  const layer = layers[0] ?? null
  return {
    layer,
    layout: 'auto',
    size: layer === null ? 'same' : layer === 'trust' ? 'in' : 'out',
    group: 'kind',
    moment: 'read',
  }
}

export const hasAny = (changed: Changed, ...keys: (keyof State)[]) => keys.some(key => changed.has(key))
