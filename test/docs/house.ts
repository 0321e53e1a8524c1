import { folderOf, importsOf, sourceFiles } from '../helpers/sources.ts'

/** What a folder holds, in a line; a folder that is not here is drawn with its name alone. */
const holds: Readonly<Record<string, string>> = {
  kernel: 'graphs, draws, solvers',
  model: 'actors, ties, documents, errors',
  metrics: 'one measure a file; diagnose',
  inference: 'tests, intervals, sensitivity',
  scenarios: 'strategies, the weekly model',
  cases: 'the X community',
  io: 'one format a file',
  view: 'places, pictures, adapters',
  report: 'Markdown, HTML, rows; zh, en',
  node: 'files and workers',
  bullmq: 'many machines, by Redis',
  command: 'the command guanxi',
}

/** The folders that each folder of src/ imports from. */
function imports(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const file of sourceFiles()) {
    if (!file.path.includes('/')) continue
    const from = file.path.split('/')[0]!
    const targets = found.get(from) ?? new Set<string>()
    for (const target of importsOf(file)) {
      const to = folderOf(file, target)
      if (to !== undefined && to !== from) targets.add(to)
    }
    found.set(from, targets)
  }
  return found
}

const WIDTH = 214
const HEIGHT = 54
const STEP_X = 238
const STEP_Y = 106
const MARGIN = 20

/**
 * The house in one picture, from the imports: every folder stands above all those it imports from. A line is an import that is not
 * also made by way of a folder between.
 */
export function drawHouse(): string {
  const below = imports()
  const floorOf = (folder: string): number => Math.max(-1, ...[...below.get(folder)!].map(floorOf)) + 1
  const reaches = (from: string, to: string): boolean =>
    [...below.get(from)!].some(next => next === to || reaches(next, to))
  const floors: string[][] = []
  for (const folder of [...below.keys()].sort()) {
    const floor = floorOf(folder)
    floors[floor] ??= []
    floors[floor].push(folder)
  }
  const most = Math.max(...floors.map(floor => floor.length))
  const width = 2 * MARGIN + (most - 1) * STEP_X + WIDTH
  const height = 2 * MARGIN + (floors.length - 1) * STEP_Y + HEIGHT
  const place = new Map(
    floors.flatMap((folders, floor) =>
      folders.map((folder, i) => {
        const x = width / 2 + (i - (folders.length - 1) / 2) * STEP_X
        return [folder, { x, y: height - MARGIN - HEIGHT - floor * STEP_Y }] as const
      }),
    ),
  )
  const lines = [...below].flatMap(([from, targets]) =>
    [...targets]
      .filter(to => ![...targets].some(other => other !== to && reaches(other, to)))
      .sort()
      .map(to => {
        const [a, b] = [place.get(from)!, place.get(to)!]
        const [x1, y1, x2, y2] = [a.x, a.y + HEIGHT, b.x, b.y - 3]
        const bend = (y2 - y1) / 2
        return `  <path d="M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}" marker-end="url(#tip)"/>`
      }),
  )
  const boxes = [...place].map(
    ([folder, { x, y }]) => `  <g transform="translate(${x - WIDTH / 2} ${y})">
    <rect width="${WIDTH}" height="${HEIGHT}" rx="6"/>
    <text x="${WIDTH / 2}" y="23" class="name">${folder}</text>
    <text x="${WIDTH / 2}" y="41">${holds[folder] ?? ''}</text>
  </g>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Folders of src/: each stands above those it imports from">
  <style>
    rect { fill: #eef3f8; stroke: #34566f; stroke-width: 1.2 }
    text { font: 12px system-ui, sans-serif; text-anchor: middle; fill: #24333f }
    .name { font-size: 15px; font-weight: 600 }
    path { fill: none; stroke: #6d8598; stroke-width: 1.3 }
  </style>
  <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M1 1L7 4L1 7" style="stroke-width:1.6"/></marker></defs>
  <rect width="100%" height="100%" style="fill:#fff;stroke:none"/>
${lines.join('\n')}
${boxes.join('\n')}
</svg>
`
}
