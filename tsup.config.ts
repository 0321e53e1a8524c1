import { writeFile } from 'node:fs/promises'
import { defineConfig } from 'tsup'
import { documentJsonSchema } from './src/model/jsonSchema.ts'
import { scenarioJsonSchema } from './src/scenarios/schema.ts'

const parts = ['metrics', 'inference', 'scenarios', 'cases', 'io', 'view', 'report', 'node', 'bullmq']

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    // Loaded by the worker threads of guanxi/node, as dist/worker.js.
    worker: 'src/node/worker.ts',
    // The command, as dist/command.js.
    command: 'src/command/index.ts',
    ...Object.fromEntries(parts.map(part => [part, `src/${part}/index.ts`])),
  },
  format: ['esm', 'cjs'],
  dts: true,
  // Shared chunks keep one GuanxiError and one zod for all subpaths, and keep zod out of those that do not need it.
  splitting: true,
  sourcemap: true,
  clean: true,
  target: 'es2022',
  // CommonJS cannot even parse it; where it is used, __filename takes its place there.
  esbuildOptions(options, { format }) {
    if (format === 'cjs') options.define = { ...options.define, 'import.meta.url': 'undefined' }
  },
  onSuccess: async () => {
    await writeFile('dist/schema.json', `${JSON.stringify(documentJsonSchema(), null, 2)}\n`)
    await writeFile('dist/scenario.schema.json', `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`)
  },
})
