// Times reading networks of 250,000, 500,000 and 1,000,000 ties from CSV and GraphML, and the memory it takes on top of the text.
//
// usage: node --conditions=@guanxi/source --expose-gc --import tsx test/bench/readers.ts [csv | graphml]
import { readEdgeList, readGraphml } from 'guanxi/io'

const collect = globalThis.gc ?? (() => {})
const actors = (ties: number) => ties / 10

/** Ends of the k-th tie: a permutation of pairs, so that none comes twice. */
function ends(k: number, n: number): [number, number] {
  const source = k % n
  return [source, (source + 1 + ((Math.floor(k / n) * 7919) % (n - 1))) % n]
}

const three = (k: number) => [(k % 101) / 100, ((k * 7) % 1000) / 10, (k % 97) / 96].map(x => x.toFixed(4))

function csv(ties: number): string {
  const n = actors(ties)
  const lines = ['source,target,power,resources,trust']
  for (let k = 0; k < ties; k++) {
    const [source, target] = ends(k, n)
    lines.push(
      `actor ${source},actor ${target},${three(k)
        .join(',')
        .replace(/1\.0\d*/, '1')}`,
    )
  }
  return `${lines.join('\n')}\n`
}

function graphml(ties: number): string {
  const n = actors(ties)
  const keys = ['power', 'resources', 'trust'].map(
    (name, i) => `<key id="d${i}" for="edge" attr.name="${name}" attr.type="double"/>`,
  )
  const lines = ['<graphml>', ...keys, '<graph edgedefault="directed">']
  for (let i = 0; i < n; i++) lines.push(`<node id="actor ${i}"/>`)
  for (let k = 0; k < ties; k++) {
    const [source, target] = ends(k, n)
    const data = three(k).map((value, i) => `<data key="d${i}">${value}</data>`)
    lines.push(`<edge source="actor ${source}" target="actor ${target}">${data.join('')}</edge>`)
  }
  return `${lines.join('\n')}\n</graph></graphml>\n`
}

const formats = {
  csv: { make: csv, read: (text: string) => readEdgeList(text) },
  graphml: { make: graphml, read: (text: string) => readGraphml(text) },
}

const wanted = process.argv.slice(2)
for (const [name, { make, read }] of Object.entries(formats)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const ties of [250_000, 500_000, 1_000_000]) {
    // One flat buffer and back, so that the text is one string and not a rope of pieces.
    let text: string | undefined = Buffer.from(make(ties)).toString('latin1')
    const size = text.length
    collect()
    const before = process.memoryUsage().heapUsed
    const started = performance.now()
    const { network } = read(text)
    const seconds = (performance.now() - started) / 1000
    const peak = process.resourceUsage().maxRSS * 1024
    if (network.size !== ties) throw new Error(`${network.size} ties read of ${ties}`)
    text = undefined
    collect()
    const held = process.memoryUsage().heapUsed - before
    console.log(
      `${name}, ${ties} ties: ${(size / 1e6).toFixed(1)} MB of text, ${seconds.toFixed(2)} s (${((1e6 * seconds) / ties).toFixed(2)} µs a tie), network ${(held / 1e6).toFixed(0)} MB (${(held / size).toFixed(1)} times the text), peak of the process ${(peak / 1e6).toFixed(0)} MB (${(peak / size).toFixed(1)} times)`,
    )
  }
}
