import { type App, hasAny, type Part } from '../app.ts'
import { h } from '../dom.ts'

/** Before, a week of the plan, or the change; and playing through the weeks. */
export function momentBar(app: App, drawn: () => Promise<void>): Part {
  const { words } = app
  const element = h('div', { className: 'moments', role: 'group', 'aria-label': words.moment })
  const before = h('button', { type: 'button', onclick: () => stopAt('read') }, words.read)
  const change = h('button', { type: 'button', onclick: () => stopAt('change') }, words.change)
  const after = h('button', { type: 'button', onclick: () => stopAt(app.state.result!.weeks) }, words.after)
  const play = h('button', { type: 'button', className: 'accent', onclick: () => toggle() }, words.play)
  const label = h('label', { htmlFor: 'week' }, words.week)
  const week = h('input', { id: 'week', type: 'range', min: '0' })
  const output = h('output', { htmlFor: 'week' })
  week.addEventListener('input', () => stopAt(app.state.result!.steps[Number(week.value)]!))
  element.append(before, after, change, play, label, week, output)
  let playing = false

  function stopAt(moment: 'read' | 'change' | number): void {
    playing = false
    app.change({ moment })
    show()
  }
  function toggle(): void {
    playing = !playing
    show()
    if (playing) run().catch(fault => app.fail(fault))
  }
  async function run(): Promise<void> {
    const { steps } = app.state.result!
    const at = typeof app.state.moment === 'number' ? steps.indexOf(app.state.moment) : -1
    for (let k = at + 1 < steps.length ? at + 1 : 0; k < steps.length && playing; k++) {
      app.change({ moment: steps[k]! })
      await drawn()
      await new Promise(done => setTimeout(done, 120))
    }
    playing = false
    show()
  }
  function show(): void {
    const { result, moment } = app.state
    element.hidden = !result
    if (!result) {
      playing = false
      return
    }
    play.textContent = playing ? words.pause : words.play
    before.setAttribute('aria-pressed', String(moment === 'read'))
    change.setAttribute('aria-pressed', String(moment === 'change'))
    after.setAttribute('aria-pressed', String(moment === result.weeks))
    week.max = String(result.steps.length - 1)
    const at = typeof moment === 'number' ? moment : 0
    week.value = String(
      Math.max(
        0,
        result.steps.findIndex(step => step >= at),
      ),
    )
    const text = moment === 'change' ? words.change : words.weekOf(at)
    week.setAttribute('aria-valuetext', text)
    output.textContent = text
  }
  show()
  return {
    element,
    update(changed) {
      if (hasAny(changed, 'result', 'moment', 'opened')) show()
    },
  }
}
