import type { Lang } from 'guanxi'
import { App, firstLook } from './app.ts'
import { h } from './dom.ts'
import { chosenPanel } from './panels/chosenPanel.ts'
import { fileBar } from './panels/fileBar.ts'
import { measurePanel } from './panels/measurePanel.ts'
import { momentBar } from './panels/momentBar.ts'
import { planPanel } from './panels/planPanel.ts'
import { savePanel } from './panels/savePanel.ts'
import { showPanel } from './panels/showPanel.ts'
import { stage } from './panels/stage.ts'
import { surePanel } from './panels/surePanel.ts'
import { tieTable } from './panels/tieTable.ts'

const asked = new URLSearchParams(location.search)
const lang: Lang = (asked.get('lang') ?? navigator.language).startsWith('zh') ? 'zh' : 'en'
const dark = asked.get('theme') ? asked.get('theme') === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
const app = new App(lang, dark ? 'dark' : 'light')

/** Lays the page out; done anew when the language changes, since then every word does. */
function layOut(): void {
  const { words, state } = app
  document.documentElement.lang = state.lang === 'zh' ? 'zh-Hans' : 'en'
  document.documentElement.dataset.theme = state.theme
  document.title = words.title
  const status = h('p', { className: 'status', role: 'status' })
  app.onSay((text, detail) => {
    status.replaceChildren(text, detail && h('span', { className: 'detail', lang: 'en' }, detail))
  })
  const theme = h('button', { type: 'button', id: 'theme' }, state.theme === 'dark' ? words.light : words.dark)
  theme.addEventListener('click', () => {
    const next = app.state.theme === 'dark' ? 'light' : 'dark'
    document.documentElement.dataset.theme = next
    theme.textContent = next === 'dark' ? words.light : words.dark
    app.change({ theme: next })
  })
  const language = h(
    'button',
    {
      type: 'button',
      id: 'language',
      lang: state.lang === 'zh' ? 'en' : 'zh-Hans',
      onclick: () => {
        app.change({ lang: app.state.lang === 'zh' ? 'en' : 'zh' })
        layOut()
        document.getElementById('language')?.focus()
      },
    },
    words.language,
  )
  const picture = stage(app)
  const moments = momentBar(app, picture.drawn)
  const files = fileBar(app)
  const side = [showPanel(app), planPanel(app), savePanel(app)]
  const below = [measurePanel(app), chosenPanel(app), surePanel(app), tieTable(app)]
  app.parts = [files, picture, moments, ...side, ...below]
  document
    .getElementById('app')!
    .replaceChildren(
      h('header', {}, h('h1', {}, words.title), h('div', { className: 'buttons' }, language, theme)),
      h(
        'main',
        {},
        h('div', { className: 'top' }, files.element, status, moments.element, picture.element),
        h('div', { className: 'side' }, ...side.map(({ element }) => element)),
        h('div', { className: 'below' }, ...below.map(({ element }) => element)),
      ),
      h('div', { className: 'drop', 'aria-hidden': 'true' }, words.drop),
    )
  for (const part of [...side, ...below]) part.update(new Set(['opened']))
}

layOut()
const opened = await app.desk.ask('example', { lang })
app.change({ opened, ...firstLook(opened) })
app.say(app.words.opened(opened.name, opened.actors, opened.ties))
