import { xCommunity } from 'guanxi/cases'
import { networkView, toDot, toMermaid } from 'guanxi/view'

const view = networkView(xCommunity(), { layer: 'power' })
const texts = { mermaid: toMermaid(view), dot: toDot(view) }

for (const [name, text] of Object.entries(texts)) {
  document.querySelector<HTMLTextAreaElement>(`#${name}`)!.value = text
  document.querySelector(`#copy-${name}`)!.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text)
    document.querySelector('#said')!.textContent = 'Copied.'
  })
}
