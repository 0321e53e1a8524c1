import { layerLabel } from 'guanxi'
import type { Layout } from 'guanxi/view'
import { type App, hasAny, type Part } from '../app.ts'
import { choice, h, section } from '../dom.ts'
import type { SizeName } from '../protocol.ts'

/** Which layer, where actors stand, what their size and colour show. */
export function showPanel(app: App): Part {
  const body = h('div', { className: 'fields' })
  const element = section(app.words.show, true, body)
  function fill(): void {
    const { words, state } = app
    const { opened, lang, layer } = state
    const layers = (opened?.layers ?? []).map(name => [name, layerLabel(name, lang)] as const)
    const sizes = (Object.keys(words.sizes) as SizeName[]).filter(
      size => layer !== null || (size !== 'in' && size !== 'out'),
    )
    body.replaceChildren(
      choice('layer', words.layer, [['', words.strongest], ...layers], layer ?? '', name =>
        app.change({ layer: name || null, size: name ? (name === 'trust' ? 'in' : 'out') : 'same' }),
      ),
      choice<Layout>(
        'layout',
        words.layout,
        Object.entries(words.layouts) as [Layout, string][],
        state.layout,
        layout => app.change({ layout }),
      ),
      choice<SizeName>(
        'size',
        words.size,
        sizes.map(size => [size, words.sizes[size]] as const),
        state.size,
        size => app.change({ size }),
      ),
      choice(
        'group',
        words.group,
        (opened?.attributes ?? ['kind']).map(name => [name, name === 'kind' ? words.kind : name] as const),
        state.group,
        group => app.change({ group }),
      ),
      h(
        'label',
        { className: 'check' },
        h('input', {
          type: 'checkbox',
          id: 'areas',
          checked: state.areas,
          onchange: (event: Event) => app.change({ areas: (event.target as HTMLInputElement).checked }),
        }),
        words.areas,
      ),
    )
  }
  return {
    element,
    update(changed) {
      if (hasAny(changed, 'opened')) return fill()
      if (!changed.has('layer')) return
      const focused = document.activeElement?.id
      fill()
      if (focused) document.getElementById(focused)?.focus()
    },
  }
}
