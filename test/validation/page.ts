import { readFileSync } from 'node:fs'
import * as inference from 'guanxi/inference'
import * as metrics from 'guanxi/metrics'
import { datasetKeys, readDataset } from '../helpers/oracles.ts'
import { type Comparison, compare } from './comparison.ts'
import { dyadsAndPower } from './dyadsAndPower.ts'
import { hierarchies } from './hierarchies.ts'
import { positions } from './positions.ts'
import { tests } from './tests.ts'

export const comparisons: readonly Comparison[] = [...dyadsAndPower, ...hierarchies, ...positions, ...tests]

/** How those are checked for which no program has a result to compare number by number, and the handbook has no line of their own. */
const otherwise: Readonly<Record<string, string>> = {
  actorTriads: 'sums are three times `triadCensus` on every published network',
  adjust: 'R `p.adjust` on five values, by hand',
  bootstrap: 'the binomial law of mutual dyads; a symmetric network, which cannot scatter',
  compareWaves: 'two waves by hand; a wave beside itself; the waves exchanged',
  diagnose: 'its parts are results of the measures',
  dyads: 'by hand',
  dyadFlipTest: 'enumeration of all 128 patterns of seven dyads; rejection rate under the null',
  groupLabelTest: 'enumeration of all 24 orders of four actors; rejection rate under the null',
  jackknife: 'by hand',
  perturb: 'one tie with a known error',
  practiceLogics: 'by hand',
  runPlan: 'each test at once and in the background: the same bits',
  skewSymmetry: 'the formula, by hand',
  standing: 'by hand, monotony; runs of the scenario model compute the same',
  steepness: 'by hand: a straight line 1, an even pair 0; `davidsScore` beside R EloRating',
  strengthTest:
    'a network with one free number, whose law is known; strengths kept to 1e-9; rejection rate under the null',
  testDiagnosis: 'its rows are results of the tests above',
  weightShuffleTest: 'six orders by hand; rejection rate under the null',
}

/** What docs/metrics.md says under a heading with the function's name. */
function fromHandbook(): Map<string, string> {
  const text = readFileSync(new URL('../../docs/metrics.md', import.meta.url), 'utf8')
  const said = new Map<string, string>()
  for (const section of text.split(/^#{2,3} /m).slice(1)) {
    const names = section.slice(0, section.indexOf('\n')).split(/, |: | \(/)
    const checked = /(?:[_*]Checked against:[_*]|Checked by) ([\s\S]*?)\.(?:\s|$)/.exec(section)?.[1]
    if (!checked) continue
    for (const name of names) said.set(name.replaceAll('`', ''), checked.replace(/\s+/g, ' '))
  }
  return said
}

const nameOf = (comparison: Comparison) => /^\w+/.exec(comparison.of)![0]

/** One significant digit, upwards: no deviation was larger than what is printed. Rounding errors are one class. */
function digit(deviation: number): string {
  if (deviation < 1e-12) return 'below 1e-12'
  const exponent = Math.floor(Math.log10(deviation))
  const up = Math.ceil(deviation / 10 ** exponent - 1e-9) * 10 ** exponent
  return exponent >= -3 ? String(Number(up.toFixed(4))) : up.toExponential(0)
}

const cell = (text: string) => text.replaceAll('|', '\\|')

function row(comparison: Comparison): string {
  const { networks, values, deviation } = compare(comparison)
  const { tolerance } = comparison
  const sets = new Set(networks.map(network => network.split(' ')[0]))
  const on = networks.length === 1 ? networks[0]! : `${networks.length} (${sets.size})`
  const allowed =
    tolerance === 0
      ? 'none'
      : typeof tolerance === 'number'
        ? tolerance < 1e-3
          ? tolerance.toExponential(0)
          : String(tolerance)
        : 'four to six standard errors'
  const found = tolerance === 0 ? 'none' : digit(deviation)
  return `| \`${comparison.of}\` | ${cell(comparison.oracle)} | ${on} | ${values.toLocaleString('en')} | ${allowed} | ${found} |`
}

/** Functions of both subpaths that no comparison names, each with how it is checked. */
export function checkedOtherwise(): Map<string, string | undefined> {
  const compared = new Set(comparisons.map(nameOf))
  const said = new Map([...fromHandbook(), ...Object.entries(otherwise)])
  const names = [...Object.keys(metrics), ...Object.keys(inference)].filter(
    name => !name.endsWith('Plan') || name === 'runPlan',
  )
  return new Map(names.filter(name => !compared.has(name)).map(name => [name, said.get(name)]))
}

function table(members: readonly Comparison[]): string {
  return [
    '| ours | beside | relations (data sets) | values | allowed | largest deviation |',
    '|---|---|---|---|---|---|',
    ...members.map(row),
  ].join('\n')
}

export function page(): string {
  const { software } = readDataset('knoke_bureaucracies').expected
  const total = comparisons.reduce((sum, comparison) => sum + compare(comparison).values, 0)
  const sources = datasetKeys.map(key => {
    const { data } = readDataset(key)
    const relations = Object.keys(data.relations)
    const shown = relations.length > 10 ? `${relations.length} weeks` : relations.join(', ')
    return `| ${key} | ${data.nodes.length} | ${shown} | ${cell(data.citation)} |`
  })
  const others = [...checkedOtherwise()].map(([name, how]) => `| \`${name}\` | ${cell(how ?? '')} |`)
  return `# What the numbers were checked against

Written by \`npm run docs:validation\`; a test compares this page with what the script gives. ${comparisons.length} comparisons, ${total.toLocaleString('en')} values,
${datasetKeys.length} published data sets. A deviation is relative to the larger of 1 and the other program's value, rounded up to one digit; deviations
below 1e-12 are rounding errors and are not told apart. \`null\` must meet "not defined". The other programs' results are kept in
\`test/golden\`, each with its call, so that nothing here needs them installed.

Versions: ${software.R.replace(/ \(.*/, '')}; sna ${software.sna}; igraph ${software.igraph} (R); NetworkX ${software.networkx}; graph-tool ${software.graph_tool}; SciPy ${software.scipy};
NumPy ${software.numpy}; EloRating, compete, SpringRank and the Trophic Analysis Toolbox as published by their authors.

## Dyads, power, paths, trust, layers

${table(dyadsAndPower)}

igraph and NetworkX take weights as lengths; ours are strengths, so they were given 1 / w. With such lengths NetworkX misses ties between paths:
it was run on whole-number lengths.

## Hierarchy and order

${table(hierarchies)}

## Position

${table(positions)}

## Tests and sensitivity

${table(tests)}

Values that come from drawing are compared within the error of both programs' draws. \`npm run test:calibration\` measures how often each test
rejects a true null ([inference](inference.md)).

## Checked otherwise

No other program has these, or none that agrees with the formula. Tests lie in \`test/metrics\` and \`test/inference\`; measures are also held to the
laws of their doc comments (range, scaling, transposition, relabelling) on random networks.

| ours | checked against |
|---|---|
${others.join('\n')}

## Data sets

| key | actors | relations | source |
|---|---|---|---|
${sources.join('\n')}

Relations with weights of zero or below are left out. Licences, conventions that differ between programs and defects of public copies:
\`test/golden/README.md\`.
`
}
