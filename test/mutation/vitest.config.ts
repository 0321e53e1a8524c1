import { statSync } from 'node:fs'
import { defineConfig, mergeConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import base from '../vitest.config.ts'

/** Short files first: a mutant is mostly noticed before the long ones have their turn. */
class ShortFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const size = ({ moduleId }: TestSpecification) => statSync(moduleId).size
    return [...files].sort((a, b) => size(a) - size(b))
  }
}

const RUNS = 15
/** By a part of their titles: what goes by the clock (or needs a browser), and what takes half of the time of a mutant that survives. */
const leftOut = [
  'within 100 ms',
  'the interval holds the true difference',
  'PRIM finds no box',
  'in blocks of any size',
  'intervals of 90 %',
  'more hours are never worse',
  'what the linear program gives',
  'sha256 of any text',
]
const leftOutTest = new RegExp(`\\btest\\((?=\\s*['"\`][^\\n]*(${leftOut.join('|')}))`, 'g')

// The tests of the mutated folder, of the loops below, and of the public functions. Properties are tried less often and are not shrunk. What is noticed
// so, the whole suite notices too.
const config = mergeConfig(
  base,
  defineConfig({
    plugins: [
      {
        name: 'quick-tests',
        enforce: 'pre',
        transform(code, id) {
          if (!id.includes('/test/')) return
          return code
            .replace(/numRuns: ([\de_]+)/g, (_, runs) => `numRuns: ${Math.min(RUNS, runs)}, endOnFailure: true`)
            .replace(leftOutTest, 'test.skip(')
        },
      },
    ],
    test: {
      isolate: false,
      testTimeout: 600_000,
      sequence: { sequencer: ShortFirst },
    },
  }),
)
/** What else looks at a folder: the promises of its functions, what they gave in earlier releases, and values of other programs. */
const beside: Readonly<Record<string, readonly string[]>> = {
  metrics: ['test/public/measures.test.ts', 'test/trajectories/measures.test.ts', 'test/validation/*.test.ts'],
  inference: ['test/public/tests.test.ts', 'test/trajectories/tests.test.ts', 'test/validation/*.test.ts'],
  scenarios: ['test/public/scenarios.test.ts', 'test/trajectories/scenarios.test.ts'],
  model: ['test/public/documents.test.ts'],
}
const folder = process.env.MUTATED!
config.test!.include = [`test/{${folder},kernel}/*.test.ts`, ...beside[folder]!]

export default config
