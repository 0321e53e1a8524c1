// Times reading networks of 250,000, 500,000 and 1,000,000 ties from CSV and GraphML, and tries
// whether a heap of ten times the text is enough.
//
// usage: node --conditions=@guanxi/source --expose-gc --import tsx test/bench/readers.ts [csv | graphml]
import { spawnSync } from 'node:child_process'
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

const TIMES = 10

interface Measured {
  readonly size: number
  readonly seconds: number
  readonly held: number
}

/** Reads in this process. */
function measure(name: keyof typeof formats, ties: number): Measured {
  // One flat buffer and back, so that the text is one string and not a rope of pieces.
  const text = Buffer.from(formats[name].make(ties)).toString('latin1')
  collect()
  // Time of this process, its garbage collector included: other work on the machine is not the reader's.
  const started = process.cpuUsage()
  const { network } = formats[name].read(text)
  const { user, system } = process.cpuUsage(started)
  const seconds = (user + system) / 1e6
  collect()
  const held = process.memoryUsage().heapUsed
  if (network.size !== ties) throw new Error(`${network.size} ties read of ${ties}`)
  return { size: text.length, seconds, held }
}

/** The same in a process of its own, whose heap may be held to so many bytes; nothing when they are not enough. */
function measured(name: string, ties: number, heap?: number): Measured | undefined {
  const limit = heap === undefined ? [] : [`--max-old-space-size=${Math.floor(heap / 2 ** 20)}`]
  const { status, stdout } = spawnSync(
    process.execPath,
    [...process.execArgv, ...limit, process.argv[1]!, name, String(ties)],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  return status === 0 ? (JSON.parse(String(stdout)) as Measured) : undefined
}

const [wanted, ties] = process.argv.slice(2)
if (ties !== undefined) console.log(JSON.stringify(measure(wanted as keyof typeof formats, Number(ties))))
else {
  console.log(
    `| format | ties | text | processor time | a tie | text and network on the heap | times the text | read in ${TIMES} times the text |`,
  )
  console.log('|---|---:|---:|---:|---:|---:|---:|---|')
  for (const name of Object.keys(formats)) {
    if (wanted !== undefined && wanted !== name) continue
    for (const count of [250_000, 500_000, 1_000_000]) {
      const { size, seconds, held } = measured(name, count)!
      const fits = measured(name, count, TIMES * size) !== undefined
      console.log(
        `| ${name} | ${count} | ${(size / 1e6).toFixed(1)} MB | ${seconds.toFixed(2)} s | ${((1e6 * seconds) / count).toFixed(1)} µs | ${(held / 1e6).toFixed(0)} MB | ${(held / size).toFixed(1)} | ${fits ? 'yes' : 'no'} |`,
      )
    }
  }
}
