import { layerLabel } from 'guanxi'
import { type App, hasAny, type Part } from '../app.ts'
import { h, section, table } from '../dom.ts'
import { number } from '../words.ts'

const PAGE = 50

/** All ties in words and numbers: what the canvas shows, for those who do not see it. */
export function tieTable(app: App): Part {
  const { words } = app
  const body = h('div')
  const pages = h('p', { className: 'hint' })
  const earlier = h('button', { type: 'button', onclick: () => turn(-PAGE) }, words.earlier)
  const later = h('button', { type: 'button', onclick: () => turn(PAGE) }, words.later)
  let from = 0

  function turn(by: number): void {
    from += by
    fill().catch(fault => app.fail(fault))
  }
  async function fill(): Promise<void> {
    const { opened, lang } = app.state
    if (!opened) return
    const rows = await app.desk.ask('rows', { lang, from, to: from + PAGE })
    const to = Math.min(from + PAGE, opened.ties)
    pages.textContent = words.pages(Math.min(from + 1, to), to, opened.ties)
    earlier.disabled = from === 0
    later.disabled = to >= opened.ties
    const actor = (id: string, label: string) =>
      h(
        'button',
        {
          type: 'button',
          className: 'plain',
          'aria-label': words.chooseActor(label),
          onclick: () => app.change({ chosen: { actor: id } }),
        },
        label,
      )
    body.replaceChildren(
      table(
        words.table,
        [words.from, words.to, ...opened.layers.map(layer => layerLabel(layer, lang)), words.look],
        rows.map(({ source, target, sourceLabel, targetLabel, values }) => [
          actor(source, sourceLabel),
          actor(target, targetLabel),
          ...values.map(value => (value === null ? words.unknown : number(value, words))),
          h(
            'button',
            {
              type: 'button',
              'aria-label': words.chooseTie(sourceLabel, targetLabel),
              onclick: () => app.change({ chosen: { source, target } }),
            },
            words.look,
          ),
        ]),
      ),
    )
  }
  fill().catch(fault => app.fail(fault))
  return {
    element: section(words.table, false, body, h('div', { className: 'buttons' }, earlier, later, pages)),
    update(changed) {
      if (!hasAny(changed, 'opened')) return
      from = 0
      fill().catch(fault => app.fail(fault))
    },
  }
}
