import type { LegendEntry } from 'guanxi/view'
import { type App, hasAny, type Part } from '../app.ts'
import { h } from '../dom.ts'
import { strokesOf } from '../lines.ts'
import { changeMarks } from '../overlay.ts'
import { Picture } from '../picture.ts'
import type { Look } from '../protocol.ts'
import { shapeMark } from '../shapes.ts'

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
      if (changed.has('areas')) picture.area(app.state.areas)
    },
  }
}

/** A line of the legend, marked as the picture marks it; thousands of ties are drawn without gaps. */
function legendItem({ mark, label, color = 'currentColor', ...own }: LegendEntry, large: boolean): HTMLElement {
  const item = h('li', {}, label)
  if (mark === 'note') return item
  const { width = 2, dash = 'solid', shape = 'circle', change = 'same' } = own
  const thick = Math.max(1, large ? Math.min(width, 2.5) : width)
  const strokes = large ? [] : strokesOf(dash, thick)
  const sign = large ? '' : changeMarks[change]
  const swatch = h('span', { className: 'swatch', 'aria-hidden': 'true' })
  swatch.innerHTML =
    mark === 'line'
      ? `<svg width="30" height="16" viewBox="-15 -8 30 16"><path d="M-13 0H13" stroke="${color}" stroke-width="${thick}" stroke-dasharray="${strokes.join(' ')}"
          stroke-linecap="${dash === 'dotted' ? 'round' : 'butt'}"/>
        <text class="sign" y="5" fill="${color}">${sign}</text></svg>`
      : `<svg width="20" height="20" viewBox="-10 -10 20 20">${shapeMark(shape, 7, `fill="${color}" stroke="var(--faint)"`)}</svg>`
  item.prepend(swatch)
  return item
}
