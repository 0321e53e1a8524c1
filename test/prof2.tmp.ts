import { inRows } from '../src/kernel/rows.ts'
import { outStrengths } from '../src/kernel/strengths.ts'
import { build } from './bench/cells.ts'
import { generate } from './bench/generate.ts'

const L = process.argv[2] === 'L'
const a = L ? generate(100000, 1000000, 100001) : generate(10000, 100000, 10001)
const s = build(a),
  w = s.layers.get('power')!,
  rows = inRows(s.graph, w),
  st = outStrengths(s.graph, w)
const n = s.graph.order,
  d = 0.85
const { offsets, columns, values } = rows
const x = new Float64Array(n).fill(1 / n),
  passed = new Float64Array(n),
  rates = st.map(v => (v > 0 ? d / v : 0))
for (let i = 0; i < n; i++) passed[i] = x[i]! * rates[i]!
let jump = (1 - d) / n,
  prev = 1
for (let it = 1; it <= 40; it++) {
  let change = 0,
    sum = 0,
    stopped = 0
  for (let i = 0; i < n; i++) {
    let v = jump
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) v += values![k]! * passed[columns[k]!]!
    change += Math.abs(v - x[i]!)
    sum += v
    if (rates[i] === 0) stopped += v
    x[i] = v
    passed[i] = v * rates[i]!
  }
  jump = ((1 - d) * sum + d * stopped) / n
  console.log(it, (change / sum).toExponential(2), (change / prev).toFixed(3))
  prev = change
}
