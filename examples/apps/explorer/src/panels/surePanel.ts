import { outcomes } from 'guanxi/scenarios'
import { type App, hasAny, type Part } from '../app.ts'
import { h, section, table } from '../dom.ts'
import type { EnsembleAnswered, EnsembleAsked } from '../protocol.ts'
import { number } from '../words.ts'

/** The plan under sampled assumptions, in a worker of its own: it can be stopped, and nothing waits for it. */
export function surePanel(app: App): Part {
  const { words } = app
  const count = h('input', { id: 'replications', type: 'number', min: '10', max: '10000', value: '200' })
  const run = h(
    'button',
    { type: 'button', className: 'accent', onclick: () => start().catch(fault => app.fail(fault)) },
    words.run,
  )
  const stop = h('button', { type: 'button', disabled: true, onclick: () => ask('stop') }, words.stop)
  const bar = h('progress', { max: 1, value: 0, hidden: true, 'aria-label': words.sure })
  const text = h('p', { className: 'hint' })
  const results = h('div')
  let worker: Worker | null = null

  function ask(message: EnsembleAsked): void {
    if (!worker) {
      worker = new Worker(new URL('../ensemble.worker.ts', import.meta.url), { type: 'module' })
      worker.onmessage = ({ data }: MessageEvent<EnsembleAnswered>) => take(data)
    }
    worker.postMessage(message)
  }
  async function start(): Promise<void> {
    const { hours, weeks } = app.state
    if (!count.reportValidity()) return
    const network = await app.desk.ask('document', {})
    busy(true)
    results.replaceChildren()
    ask({ network, hours, weeks, replications: Number(count.value) })
  }
  function take(answer: EnsembleAnswered): void {
    if ('progress' in answer) {
      const { done, total } = answer.progress
      bar.max = total
      bar.value = done
      text.textContent = words.progress(done, total)
      return
    }
    busy(false)
    if ('stopped' in answer) app.say(words.stopped)
    else if ('fault' in answer) app.fail(answer.fault)
    else show(answer.result)
  }
  function show(result: Extract<EnsembleAnswered, { result: unknown }>['result']): void {
    const signed = (value: number | null) => (value !== null && value >= 0.005 ? '+' : '') + number(value, words)
    const rows = result.map(({ outcome, planned, difference, interval, chanceABeatsB }) => [
      outcomes.find(({ name }) => name === outcome)!.label[app.state.lang],
      number(planned, words),
      interval ? `${signed(difference)} [${signed(interval[0])}, ${signed(interval[1])}]` : signed(difference),
      chanceABeatsB === null ? words.notDefined : `${Math.round(100 * chanceABeatsB)} %`,
    ])
    results.replaceChildren(table(words.sure, [words.outcome, words.planned, words.interval, words.chance], rows))
    app.say(words.progress(bar.max, bar.max))
  }
  function busy(is: boolean): void {
    stop.disabled = !is
    run.disabled = is || !app.state.result
    bar.hidden = !is
    if (!is) text.textContent = ''
  }
  busy(false)
  return {
    element: section(
      words.sure,
      true,
      h('p', { className: 'hint' }, words.sureHint),
      h('div', { className: 'field' }, h('label', { htmlFor: 'replications' }, words.replications), count),
      h('div', { className: 'buttons' }, run, stop),
      bar,
      text,
      results,
    ),
    update(changed) {
      if (!hasAny(changed, 'result', 'opened', 'lang')) return
      // What was found belongs to another plan now.
      if (!stop.disabled) ask('stop')
      busy(false)
      results.replaceChildren()
    },
  }
}
