import { outcomes, type Practice, practiceLabels, practices } from 'guanxi/scenarios'
import { type App, hasAny, noHours, type Part } from '../app.ts'
import { h, section, table } from '../dom.ts'
import { number } from '../words.ts'

const MOST_HOURS = 20
/** Staff × hours of the workplan that runs use. */
const CAPACITY = 120

/** A slider a practice, and what becomes of the outcomes. */
export function planPanel(app: App): Part {
  const { words, state } = app
  const body = h('div')
  const sum = h('p', { className: 'hint' })
  const results = h('div')
  let waiting = 0

  const sliders = practices.map(practice =>
    slider(app, practice, hours => set({ ...app.state.hours, [practice]: hours })),
  )
  const weeks = h('input', { id: 'weeks', type: 'number', min: '1', max: '520', value: String(state.weeks) })
  weeks.addEventListener('change', () => {
    if (weeks.validity.valid && weeks.value) app.change({ weeks: Number(weeks.value) })
    schedule()
  })
  const clear = h('button', { type: 'button', onclick: () => set(noHours) }, words.clear)
  const form = h(
    'div',
    {},
    h('p', { className: 'hint' }, words.planHint),
    ...sliders.map(({ element }) => element),
    sum,
    h('div', { className: 'field' }, h('label', { htmlFor: 'weeks' }, words.weeks), weeks),
    clear,
    results,
  )

  function set(hours: typeof state.hours): void {
    app.change({ hours })
    schedule()
  }
  /** One run a pause of the hand. */
  function schedule(): void {
    clearTimeout(waiting)
    waiting = window.setTimeout(() => run().catch(fault => app.fail(fault)), 120)
  }
  async function run(): Promise<void> {
    const { hours, weeks } = app.state
    if (practices.every(practice => hours[practice] === 0)) return app.change({ result: null, moment: 'read' })
    const result = await app.desk.ask('plan', { hours, weeks })
    if (hours !== app.state.hours || weeks !== app.state.weeks) return
    app.change({ result, moment: app.state.moment === 'change' ? 'change' : weeks })
  }
  function fill(): void {
    const { opened } = app.state
    if (!opened) return
    body.replaceChildren(
      ...(opened.obstacle === null
        ? [form]
        : [h('p', {}, words.cannotPlan), h('p', { className: 'hint' }, words.obstacle(opened.obstacle))]),
    )
  }
  function showHours(): void {
    const { hours } = app.state
    practices.forEach((practice, k) => {
      sliders[k]!.show(hours[practice])
    })
    sum.textContent = words.total(
      practices.reduce((all, practice) => all + hours[practice], 0),
      CAPACITY,
    )
  }
  function showResult(): void {
    const { result, lang } = app.state
    results.replaceChildren()
    if (!result) return
    const rows = result.outcomes.map(({ name, before, unplanned, planned }) => {
      const { label, better } = outcomes.find(outcome => outcome.name === name)!
      return [
        label[lang],
        number(before, words),
        number(unplanned, words),
        h('span', {}, number(planned, words), trend(planned, unplanned, better)),
      ]
    })
    results.replaceChildren(
      table(words.outcome, [words.outcome, words.start, words.unplanned, words.planned], rows),
      ...(result.withdrewInWeek === null
        ? []
        : [h('p', { className: 'warning' }, words.withdrew(result.withdrewInWeek))]),
    )
    const voice = result.outcomes[0]!
    app.say(
      `${outcomes[0]!.label[lang]}: ${number(voice.planned, words)} (${words.unplanned}: ${number(voice.unplanned, words)})`,
    )
  }
  /** An arrow for the eye and a word for the ear. */
  function trend(planned: number | null, unplanned: number | null, better: 'higher' | 'lower'): HTMLElement | null {
    if (planned === null || unplanned === null || Math.abs(planned - unplanned) < 0.005) return null
    const up = planned > unplanned
    const good = up === (better === 'higher')
    return h(
      'span',
      { className: good ? 'good' : 'bad' },
      h('span', { 'aria-hidden': 'true' }, up ? ' ▲' : ' ▼'),
      h('span', { className: 'unseen' }, ` ${good ? words.better : words.worse}`),
    )
  }
  showHours()
  fill()
  showResult()
  return {
    element: section(words.plan, true, body),
    update(changed) {
      if (changed.has('opened')) fill()
      if (hasAny(changed, 'hours')) showHours()
      if (hasAny(changed, 'result')) showResult()
    },
  }
}

function slider(
  app: App,
  practice: Practice,
  set: (hours: number) => void,
): { element: HTMLElement; show: (hours: number) => void } {
  const { words, state } = app
  const id = `hours-${practice}`
  const input = h('input', { id, type: 'range', min: '0', max: String(MOST_HOURS), step: '1' })
  const output = h('output', { htmlFor: id })
  input.addEventListener('input', () => set(Number(input.value)))
  return {
    element: h(
      'div',
      { className: 'slider' },
      h('label', { htmlFor: id }, practiceLabels[practice][state.lang]),
      output,
      input,
    ),
    show(hours) {
      input.value = String(hours)
      input.setAttribute('aria-valuetext', words.hours(hours))
      output.textContent = words.hours(hours)
    },
  }
}
