type Child = Node | string | null | undefined | false
type Properties = Record<string, unknown>

/** An element with properties, `on…` listeners and children; names with a dash, and `role`, `for` and `scope`, are attributes. */
export function h<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value as EventListener)
    else if (/-|^(role|for|scope|lang|list)$/.test(name)) element.setAttribute(name, String(value))
    else Object.assign(element, { [name]: value })
  }
  element.append(
    ...children.filter((child): child is Node | string => child instanceof Node || (child ?? false) !== false),
  )
  return element
}

/** A labelled select; `change` gets the chosen value. */
export function choice<T extends string>(
  id: string,
  label: string,
  options: readonly (readonly [value: T, label: string])[],
  value: T,
  change: (value: T) => void,
): HTMLElement {
  const select = h(
    'select',
    { id, onchange: () => change(select.value as T) },
    ...options.map(([name, text]) => h('option', { value: name, selected: name === value }, text)),
  )
  return h('div', { className: 'field' }, h('label', { htmlFor: id }, label), select)
}

/** A section that folds; its heading is the summary. */
export function section(title: string, open: boolean, ...children: readonly Child[]): HTMLDetailsElement {
  return h('details', { className: 'section', open }, h('summary', {}, h('h2', {}, title)), ...children)
}

/** A table with a caption for those who do not see where it stands. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (Child | string)[])[],
): HTMLElement {
  return h(
    'div',
    { className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': caption },
    h(
      'table',
      {},
      h('caption', { className: 'unseen' }, caption),
      h('thead', {}, h('tr', {}, ...head.map(text => h('th', { scope: 'col' }, text)))),
      h(
        'tbody',
        {},
        ...rows.map(([first, ...rest]) =>
          h('tr', {}, h('th', { scope: 'row' }, first), ...rest.map(cell => h('td', {}, cell))),
        ),
      ),
    ),
  )
}

/** Hands a text to the user as a file. */
export function save(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = h('a', { href: url, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
