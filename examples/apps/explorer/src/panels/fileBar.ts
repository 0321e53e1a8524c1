import { type App, firstLook, type Part } from '../app.ts'
import { h } from '../dom.ts'
import type { Opened } from '../protocol.ts'

/** Opening files, by the button or by dropping them anywhere on the page; what was lost is listed. */
export function fileBar(app: App): Part {
  const { words } = app
  const input = h('input', { type: 'file', id: 'file', multiple: true, className: 'unseen', tabIndex: -1 })
  input.addEventListener('change', () => {
    if (input.files?.length) open([...input.files])
    input.value = ''
  })
  input.setAttribute('aria-label', words.open)
  const losses = h('div')
  const element = h(
    'section',
    { className: 'files', 'aria-label': words.open },
    h('button', { type: 'button', className: 'accent', onclick: () => input.click() }, words.open),
    h(
      'button',
      { type: 'button', onclick: () => take(app.desk.ask('example', { lang: app.state.lang })) },
      words.example,
    ),
    input,
    h('p', { className: 'hint' }, words.openHint),
    losses,
  )

  async function open(files: readonly File[]): Promise<void> {
    app.say(words.reading)
    const read = await Promise.all(
      files.map(async file => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    )
    await take(app.desk.ask('open', { files: read }))
  }
  async function take(asked: Promise<Opened>): Promise<void> {
    try {
      const opened = await asked
      app.change({
        opened,
        ...firstLook(opened),
        chosen: null,
        result: null,
      })
      app.say(words.opened(opened.name, opened.actors, opened.ties))
    } catch (fault) {
      app.fail(fault)
    }
  }
  function show(): void {
    const { opened, lang } = app.state
    if (!opened) return
    const said = opened.losses[lang]
    losses.replaceChildren(
      said.length === 0
        ? h('p', { className: 'hint' }, words.nothingLost)
        : h(
            'details',
            { className: 'losses', open: true },
            h('summary', {}, words.lost(said.length)),
            h('ul', {}, ...said.map(loss => h('li', {}, loss))),
          ),
    )
  }
  document.ondragover = event => {
    event.preventDefault()
    document.body.classList.add('dropping')
  }
  document.ondragleave = event => {
    if (!event.relatedTarget) document.body.classList.remove('dropping')
  }
  document.ondrop = event => {
    event.preventDefault()
    document.body.classList.remove('dropping')
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length > 0) open(files).catch(fault => app.fail(fault))
  }
  show()
  return {
    element,
    update(changed) {
      if (changed.has('opened')) show()
    },
  }
}
