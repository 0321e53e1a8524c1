import type { App, Part } from '../app.ts'
import { h, save, section } from '../dom.ts'
import type { SaveName } from '../protocol.ts'

const kinds: Readonly<Record<SaveName, { ending: string; type: string }>> = {
  svg: { ending: 'svg', type: 'image/svg+xml' },
  report: { ending: 'html', type: 'text/html' },
  json: { ending: 'json', type: 'application/json' },
}

/** The picture, the report and the network as files. */
export function savePanel(app: App): Part {
  const { words } = app
  const button = (what: SaveName) =>
    h(
      'button',
      { type: 'button', id: `save-${what}`, onclick: () => keep(what).catch(fault => app.fail(fault)) },
      words[what],
    )
  async function keep(what: SaveName): Promise<void> {
    const { opened, lang, theme, layer, layout, size, group, moment } = app.state
    const text = await app.desk.ask('save', { what, lang, theme, layer, layout, size, group, moment })
    save(`${opened!.name.replace(/[\\/:*?"<>|]/g, '-')}.${kinds[what].ending}`, text, kinds[what].type)
  }
  return {
    element: section(
      words.keep,
      true,
      h('div', { className: 'buttons' }, button('svg'), button('report'), button('json')),
    ),
    update() {},
  }
}
