import cytoscape, { type CytoscapeOptions } from 'cytoscape'
import { xCommunity } from 'guanxi/cases'
import { buildAlliance, openChannel, runScenario } from 'guanxi/scenarios'
import { compareView, toCytoscape } from 'guanxi/view'

const network = xCommunity()
const { after } = runScenario(network, { strategies: [openChannel(), buildAlliance()], weeks: 52 })
const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
const views = compareView(network, after, { layer: 'trust', theme })

const picture = document.querySelector<HTMLElement>('#picture')!
const core = cytoscape({ container: picture, ...options('difference') })
core.on('mouseover', 'edge', ({ target }) => {
  document.querySelector('#tie')!.textContent = target.data('label')
})

function options(moment: 'before' | 'after' | 'difference'): CytoscapeOptions {
  return toCytoscape(views[moment]) as unknown as CytoscapeOptions
}

// The three views share their places, so that only the ties move.
const buttons = (['before', 'after', 'difference'] as const).map(moment => {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = views[moment].title
  button.addEventListener('click', () => show(moment, button))
  return button
})
document.querySelector('#moments')!.append(...buttons)

function show(moment: 'before' | 'after' | 'difference', pressed: HTMLElement): void {
  const { elements, style } = options(moment)
  core.json({ elements, style } as never)
  core.fit(undefined, 24)
  picture.setAttribute('aria-label', views[moment].description)
  for (const button of buttons) button.setAttribute('aria-pressed', String(button === pressed))
}
show('difference', buttons[2]!)

const changed = views.difference.edges
  .filter(({ change }) => change !== 'same')
  .sort((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0))
  .slice(0, 5)
document.querySelector('#changes')!.append(
  ...changed.map(({ title }) => {
    const item = document.createElement('li')
    item.textContent = title
    return item
  }),
)
