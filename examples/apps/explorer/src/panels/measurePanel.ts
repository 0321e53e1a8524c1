import { type App, hasAny, type Part } from '../app.ts'
import { h, section, table } from '../dom.ts'
import { number } from '../words.ts'

/** The network in five numbers, and who stands highest on what the size shows. */
export function measurePanel(app: App): Part {
  const body = h('div')
  const element = section(app.words.measures, true, body)
  async function fill(): Promise<void> {
    const { words, state } = app
    if (!state.opened) return
    const { lang, layer, size } = state
    try {
      const { network, actors } = await app.desk.ask('measure', { lang, layer, size })
      body.replaceChildren(
        table(
          words.measures,
          [words.measure, words.value],
          network.map(({ name, value }) => [words.measureNames[name], number(value, words)]),
        ),
        layer === null ? h('p', { className: 'hint' }, words.unweighted) : '',
        ...(actors.length > 0
          ? [
              h('h3', {}, words.highest(words.sizes[size])),
              table(
                words.highest(words.sizes[size]),
                [words.actor, words.value],
                actors.map(({ label, value }) => [label, number(value, words)]),
              ),
            ]
          : []),
      )
    } catch (fault) {
      const [text, detail] = app.inWords(fault)
      body.replaceChildren(h('p', {}, text), h('p', { className: 'hint', lang: 'en' }, detail))
    }
  }
  return {
    element,
    update(changed) {
      if (hasAny(changed, 'opened', 'layer', 'size')) void fill()
    },
  }
}
