// Times the measures beside python-igraph, graph-tool and SciPy on the same generated networks and prints a table with ratios.
//
// usage: npm run bench -- [M] [L] [cell ...] [--no-peers]
//   M: 10,000 actors and 100,000 ties, L: 100,000 and 1,000,000 (default: both). One run, one core: pin it with taskset.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DirectedGraph } from 'graphology'
import { freeze, type RelationNetwork, type Snapshot } from 'guanxi'
import { build, cells } from './cells.ts'
import { type Generated, generate } from './generate.ts'

const sizes: Record<string, [actors: number, ties: number, seed: number]> = {
  M: [10_000, 100_000, 10_001],
  L: [100_000, 1_000_000, 100_001],
}
const python = '/usr/bin/python3'

interface Timing {
  readonly seconds: number
  readonly value: number | null
}

const given = process.argv.slice(2)
const wantedSizes = Object.keys(sizes).filter(size => given.includes(size))
const wantedCells = cells.filter(({ name }) => given.includes(name))
const collect = globalThis.gc ?? (() => {})

for (const size of wantedSizes.length > 0 ? wantedSizes : Object.keys(sizes)) {
  const [actors, ties, seed] = sizes[size]!
  const here = (wantedCells.length > 0 ? wantedCells : cells).filter(cell => !cell.sizes || cell.sizes.includes(size))
  const arrays = generate(actors, ties, seed)
  const peers = given.includes('--no-peers')
    ? []
    : runPeers(
        arrays,
        ties,
        here.map(({ name }) => name),
      )
  const { held, peak } = bytesATie(() => build(arrays))
  const { peak: peakOfFreezing } = bytesATie(freezing(arrays))
  const snapshot = build(arrays)
  console.log(`\n${size}: ${actors} actors, ${ties} ties; ${cpus()[0]?.model}, Node ${process.versions.node}\n`)
  const names = peers.map(peer => peer.name)
  const line = (cells: string[]) => console.log(`| ${cells.join(' | ')} |`)
  line(['', 'guanxi', ...names, 'fastest peer / guanxi'])
  line(['---', '---:', ...names.map(() => '---:'), '---:'])
  line(['held, bytes a tie', held.toFixed(0), ...peers.map(peer => peer.held.toFixed(0)), ''])
  for (const [name, most] of [
    ['peak while building', peak],
    ['peak while freezing a graph', peakOfFreezing],
  ] as const)
    line([`${name}, bytes a tie`, most?.toFixed(0) ?? '–', ...peers.map(() => ''), ''])
  for (const cell of here) {
    const own = time(() => cell.run(snapshot, arrays))
    const theirs = peers.map(peer => peer.timings.get(cell.name))
    const fastest = Math.min(...theirs.map(timing => timing?.seconds ?? Infinity))
    const ratio = fastest / own.seconds
    const short = Number.isFinite(ratio) && ratio < (cell.linear ? 2 : 1) ? ' (behind)' : ''
    line([
      cell.name,
      milliseconds(own.seconds),
      ...theirs.map(timing => (timing ? milliseconds(timing.seconds) + differs(own.value ?? 0, timing.value) : '–')),
      Number.isFinite(ratio) ? `${ratio.toFixed(1)}${short}` : '',
    ])
  }
}

/**
 * Median of repeated calls after a first one that warms up: five at least, then for half a second or 200 times, as the peers are
 * timed; in processor time of the whole process, which does not count what else the machine does.
 */
function time(body: () => number): Timing {
  const times: number[] = []
  let total = 0
  let value = 0
  collect()
  for (let round = 0; round <= 200; round++) {
    const start = process.cpuUsage()
    value = body()
    const { user, system } = process.cpuUsage(start)
    const seconds = (user + system) / 1e6
    if (round > 0) {
      times.push(seconds)
      total += seconds
    }
    if (times.length >= 5 && total > 0.5) break
    if (total > 5) break
  }
  times.sort((a, b) => a - b)
  return { seconds: times[times.length >> 1] ?? 0, value }
}

/** Bytes a tie beyond what is there: what a snapshot holds, and the most that the process had while it was made (Linux only). */
function bytesATie(make: () => Snapshot): { held: number; peak: number | null } {
  const used = () => {
    for (let i = 0; i < 3; i++) collect() // array buffers are freed a round later than what points at them
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const before = used()
  const resident = processMemory('VmRSS')
  if (resident !== null) writeFileSync('/proc/self/clear_refs', '5') // the highest mark begins anew
  const snapshot = make()
  const highest = processMemory('VmHWM')
  const { size } = snapshot.graph
  return {
    held: (used() - before) / size,
    peak: resident === null || highest === null ? null : (highest - resident) / size,
  }
}

/** Freezing a graphology graph of the same ties, which is made beforehand and not counted. */
function freezing({ count, source, target, power, resources, trust }: Generated): () => Snapshot {
  const network: RelationNetwork = new DirectedGraph()
  for (let i = 0; i < count; i++) network.addNode(`${i}`, { kind: 'other' })
  for (let k = 0; k < source.length; k++)
    network.addDirectedEdge(`${source[k]}`, `${target[k]}`, {
      power: power[k]!,
      resources: resources[k]!,
      trust: trust[k]!,
    })
  return () => freeze(network)
}

function processMemory(name: string): number | null {
  try {
    const [, kilobytes] = new RegExp(`${name}:\\s*(\\d+) kB`).exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    return null
  }
}

function runPeers({ count, ...columns }: Generated, ties: number, names: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-bench-'))
  try {
    for (const [name, column] of Object.entries(columns))
      writeFileSync(
        join(folder, `${name}.${column instanceof Int32Array ? 'i32' : 'f64'}`),
        new Uint8Array(column.buffer),
      )
    const script = fileURLToPath(new URL('peers.py', import.meta.url))
    return ['igraph', 'graph-tool', 'scipy'].flatMap(peer => {
      const { stdout, status } = spawnSync(python, [script, peer, folder, `${count}`, `${ties}`, ...names], {
        env: { ...process.env, OMP_NUM_THREADS: '1' },
        maxBuffer: 1e8,
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      if (status !== 0) return [] // not installed
      const [about, ...rows] = String(stdout)
        .trim()
        .split('\n')
        .map(row => JSON.parse(row))
      const held = rows.find(row => row.cell === 'held').value as number
      const timings = new Map<string, Timing>(rows.filter(row => row.seconds).map(row => [row.cell, row]))
      return [{ name: `${peer} ${about.version}`, held, timings }]
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function milliseconds(seconds: number): string {
  const ms = seconds * 1000
  return `${ms < 10 ? ms.toFixed(2) : ms < 100 ? ms.toFixed(1) : ms.toFixed(0)} ms`
}

/** A mark where a peer's number is not ours: then the two did not do the same work. */
function differs(own: number, theirs: number | null): string {
  if (theirs === null) return ''
  return Math.abs(own - theirs) <= 1e-6 * Math.max(1, Math.abs(own)) ? '' : ` (≠: ${theirs} for ${own})`
}
