// Feeds every reader mutated valid files and says what came of them. Any break of a promise is printed with the numbers that repeat it.
//
// usage: npm run fuzz -- [reader ...] [--inputs 1000000] [--seed 1] [--seconds 600]
//   A reader by a part of its name. Each stops at so many inputs, or after so many seconds.
import { parseArgs } from 'node:util'
import { drawEdits } from './edits.ts'
import { targets } from './targets.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    inputs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '600' },
  },
})
const [inputs, seed, seconds] = [values.inputs, values.seed, values.seconds].map(Number) as [number, number, number]
const SHOWN = 5

let broken = 0
for (const target of targets()) {
  if (positionals.length > 0 && !positionals.some(name => target.name.includes(name))) continue
  const started = performance.now()
  const faults = new Map<string, string>()
  let [done, read, broke, slowest] = [0, 0, 0, 0]
  for (; done < inputs && performance.now() - started < 1000 * seconds; done++) {
    const number = (seed * 0x9e3779b1 + done) | 0
    const file = done % target.files
    const before = performance.now()
    try {
      if (target.run(file, drawEdits(number)) === 'read') read++
    } catch (error) {
      broke++
      const { message, stack = '' } = error as Error
      const key = `${message.slice(0, 60)} ${/src\/\S+/.exec(stack)?.[0] ?? ''}`
      if (!faults.has(key))
        faults.set(
          key,
          `file ${file}, edits ${number}: ${message.slice(0, 600)}\n${stack.split('\n').slice(1, 5).join('\n')}`,
        )
    }
    slowest = Math.max(slowest, performance.now() - before)
  }
  broken += faults.size
  const rate = Math.round(done / ((performance.now() - started) / 1000))
  console.log(
    `${target.name}: ${done} inputs, ${read} read, ${done - read - broke} refused, ${broke} broken (${faults.size} kinds); slowest ${slowest.toFixed(0)} ms; ${rate} a second`,
  )
  for (const fault of [...faults.values()].slice(0, SHOWN)) console.log(`  ${fault.replaceAll('\n', '\n    ')}`)
}
process.exitCode = broken > 0 ? 1 : 0
