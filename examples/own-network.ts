// A network of one's own, from a JSON file: what a fault looks like, and the same file mended.
import { readFile } from 'node:fs/promises'
import { createNetwork, GuanxiError } from 'guanxi'
import { asymmetry, dyads } from 'guanxi/metrics'

const text = await readFile(new URL('own-network.json', import.meta.url), 'utf8')
const document = JSON.parse(text)

try {
  createNetwork(document)
} catch (error) {
  if (!(error instanceof GuanxiError)) throw error
  console.log(error.message)
}

// The rating was given in percent; a share is meant.
document.ties[1].trust = 0.45
const network = createNetwork(document)
console.log(`\nmended: ${network.order} actors, ${network.size} ties`)
console.log(`asymmetry of power: ${asymmetry(network, { layer: 'power' })?.toFixed(2)}`)
for (const { a, b, forward, backward } of dyads(network, { layer: 'power' }))
  console.log(`${a} over ${b}: ${forward}; ${b} over ${a}: ${backward}`)
