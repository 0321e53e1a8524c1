import { scaleBand, scaleLinear } from 'd3-scale'
import { xCommunity } from 'guanxi/cases'
import { networkView, toD3 } from 'guanxi/view'

const { nodes, links } = toD3(networkView(xCommunity(), { layer: 'trust' }))
const ids = nodes.map(({ id }) => id)
const names = new Map(nodes.map(({ id, label }) => [id, label]))
const x = scaleBand(ids, [170, 630]).padding(0.06)
const y = scaleBand(ids, [130, 550]).padding(0.06)
const shade = scaleLinear([0, 1], ['#e6f3ee', '#00664a'])

const svg = document.querySelector('#matrix')!
function draw(tag: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  element.textContent = text
  svg.append(element)
  return element
}

for (const id of ids) {
  const label = names.get(id)!
  draw(
    'text',
    { x: 162, y: y(id)! + y.bandwidth() / 2 + 5, 'text-anchor': 'end', fill: 'currentColor', 'font-size': 14 },
    label,
  )
  const turned = `translate(${x(id)! + x.bandwidth() / 2} 122) rotate(-40)`
  draw('text', { transform: turned, fill: 'currentColor', 'font-size': 14 }, label)
}
for (const { source, target, value, title } of links) {
  const cell = { x: x(target)!, y: y(source)!, width: x.bandwidth(), height: y.bandwidth(), rx: 4 }
  const square = draw('rect', { ...cell, fill: shade(value ?? 0) })
  const about = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  about.textContent = title
  square.append(about)
  const ink = (value ?? 0) > 0.5 ? '#ffffff' : '#1f2933'
  const at = { x: cell.x + cell.width / 2, y: cell.y + cell.height / 2 + 5, 'text-anchor': 'middle', 'font-size': 14 }
  draw('text', { ...at, fill: ink }, (value ?? 0).toFixed(2))
}
