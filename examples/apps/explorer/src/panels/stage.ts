import type { LegendEntry } from 'guanxi/view'
import { type App, hasAny, type Part } from '../app.ts'
import { h } from '../dom.ts'
import { Picture } from '../picture.ts'
import type { Look } from '../protocol.ts'

export interface Stage extends Part {
  /** Resolves when the picture shows the state of now. */
  drawn(): Promise<void>
}

/** The canvas with its buttons and its legend. */
export function stage(app: App): Stage {
  const { words } = app
  const { picture } = app
  const canvas = picture.element
  canvas.setAttribute('aria-label', words.picture)
  const legend = h('ul', { className: 'legend', 'aria-label': words.legend })
  const title = h('h2', {})
  const zoom = (by: 'in' | 'out' | 'all', sign: string, label: string) =>
    h('button', { type: 'button', 'aria-label': label, title: label, onclick: () => picture.zoom(by) }, sign)
  const element = h(
    'section',
    { className: 'stage', 'aria-label': words.picture },
    h(
      'div',
      { className: 'head' },
      title,
      h(
        'div',
        { className: 'zoom' },
        zoom('in', '+', words.zoomIn),
        zoom('out', '−', words.zoomOut),
        zoom('all', '⤢', words.fit),
      ),
    ),
    canvas,
    legend,
  )
  let latest = 0
  let drawing: Promise<void> = Promise.resolve()

  async function draw(): Promise<void> {
    const { opened, lang, theme, layer, layout, size, group, moment } = app.state
    if (!opened) return
    const own = ++latest
    const look: Look = { lang, theme, layer, layout, size, group, moment }
    const graph = Picture.empty()
    const drawn = await app.desk.ask('draw', look, part => {
      if (own === latest) Picture.add(graph, part)
    })
    if (own !== latest) return
    performance.mark('laid out')
    const style = getComputedStyle(document.documentElement)
    const colour = (name: string) => style.getPropertyValue(name).trim()
    picture.colours({ text: colour('--ink'), paper: colour('--paper') }, colour('--line'))
    if (!picture.show(graph, opened.large, drawn.bounds)) await stand(look)
    title.textContent = drawn.title
    canvas.setAttribute('aria-label', drawn.description)
    legend.replaceChildren(...drawn.legend.map(entry => legendItem(entry, opened.large)))
    app.change({ drawn })
  }
  /** Without WebGL the picture is the one that is saved. */
  async function stand(look: Look): Promise<void> {
    const svg = await app.desk.ask('save', { ...look, what: 'svg' })
    canvas.replaceChildren(
      h('img', { alt: '', src: `data:image/svg+xml,${encodeURIComponent(svg)}` }),
      h('p', {}, words.noWebgl),
    )
  }
  function redraw(): void {
    drawing = draw().catch(fault => app.fail(fault))
  }
  redraw()
  return {
    element,
    drawn: () => drawing,
    update(changed) {
      if (hasAny(changed, 'opened', 'lang', 'theme', 'layer', 'layout', 'size', 'group', 'moment', 'result')) redraw()
      if (changed.has('chosen')) picture.choose(app.state.chosen)
    },
  }
}

/** Sigma draws lines in one style and actors as discs, so that the legend does, too. */
function legendItem({ mark, label, color = 'currentColor', width = 2 }: LegendEntry, large: boolean): HTMLElement {
  const item = h('li', {}, label)
  if (mark === 'note') return item
  const swatch = h('span', { className: mark === 'line' ? 'swatch line' : 'swatch disc', 'aria-hidden': 'true' })
  swatch.style.background = color
  if (mark === 'line') swatch.style.height = `${Math.max(1, large ? Math.min(width, 2.5) : width)}px`
  item.prepend(swatch)
  return item
}
