import { type Evidence, layerLabel } from 'guanxi'
import { type App, hasAny, type Part } from '../app.ts'
import { h, section, table } from '../dom.ts'
import type { ActorFacts, TieFacts } from '../protocol.ts'
import { number, type Words } from '../words.ts'

/** The chosen tie with both directions and its evidence, or the chosen actor with its ties. */
export function chosenPanel(app: App): Part {
  const body = h('div')
  const element = section(app.words.chosen, true, body)
  async function fill(): Promise<void> {
    const { words, state } = app
    const { chosen, lang } = state
    if (!chosen || !state.opened) return body.replaceChildren(h('p', { className: 'hint' }, words.chooseHint))
    if ('actor' in chosen) {
      const facts = await app.desk.ask('actor', { lang, id: chosen.actor })
      app.say(facts.kind === facts.label ? facts.label : `${facts.label} · ${facts.kind}`)
      return body.replaceChildren(...actorFacts(app, facts), release(app))
    }
    const facts = await app.desk.ask('tie', { lang, ...chosen })
    if (!facts) return body.replaceChildren(h('p', {}, words.none), release(app))
    app.say(`${facts.sourceLabel} → ${facts.targetLabel}`)
    body.replaceChildren(...tieFacts(app, facts), release(app))
  }
  void fill()
  return {
    element,
    update(changed) {
      if (hasAny(changed, 'chosen', 'opened')) fill().catch(fault => app.fail(fault))
    },
  }
}

function tieFacts({ words, state }: App, facts: TieFacts): HTMLElement[] {
  const { sourceLabel: a, targetLabel: b } = facts
  const said = (value: number | null | undefined) =>
    value === undefined ? words.none : value === null ? words.unknown : number(value, words)
  return [
    h('h3', {}, `${a} → ${b}`),
    table(
      `${a} → ${b}`,
      [words.layer, `${a} → ${b}`, `${b} → ${a}`],
      state.opened!.layers.map((layer, k) => [
        layerLabel(layer, state.lang),
        said(facts.values[k]!),
        said(facts.returned?.[k]),
      ]),
    ),
    h('h4', {}, words.evidence),
    facts.evidence.length === 0
      ? h('p', { className: 'hint' }, words.noEvidence)
      : h(
          'ul',
          { className: 'evidence' },
          ...facts.evidence.map(item => h('li', {}, evidenceText(item, words, state.lang))),
        ),
  ]
}

function evidenceText({ kind, layer, at, coder, range, why }: Evidence, words: Words, lang: 'zh' | 'en'): string {
  const reason = typeof why === 'string' ? why : (why?.[lang] ?? why?.zh ?? why?.en)
  const head = [layer && layerLabel(layer, lang), words.evidenceKinds[kind], at, coder].filter(Boolean).join(' · ')
  const rest = [range && words.between(...range), reason].filter(Boolean).join(lang === 'zh' ? '，' : ', ')
  return rest ? `${head}${lang === 'zh' ? '：' : ': '}${rest}` : head
}

function actorFacts(app: App, facts: ActorFacts): HTMLElement[] {
  const { words, state } = app
  return [
    h('h3', {}, facts.label),
    h('p', { className: 'hint' }, facts.kind),
    table(
      facts.label,
      [words.layer, words.given, words.received],
      state.opened!.layers.map((layer, k) => [
        layerLabel(layer, state.lang),
        number(facts.given[k]!, words),
        number(facts.received[k]!, words),
      ]),
    ),
    h('h4', {}, words.partners),
    h(
      'ul',
      { className: 'partners' },
      ...facts.partners.map(({ id, label, out }) =>
        h(
          'li',
          {},
          h(
            'button',
            {
              type: 'button',
              className: 'plain',
              onclick: () =>
                app.change({ chosen: out ? { source: facts.id, target: id } : { source: id, target: facts.id } }),
            },
            out ? `${facts.label} → ${label}` : `${label} → ${facts.label}`,
          ),
        ),
      ),
    ),
  ]
}

function release(app: App): HTMLElement {
  return h('button', { type: 'button', onclick: () => app.change({ chosen: null }) }, app.words.release)
}
