import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

// Tests import the package by its name, as a user does; the alias lets them run on the sources, without a build.
export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^guanxi$/, replacement: `${root}src/index.ts` },
      { find: /^guanxi\/([a-z]+)$/, replacement: `${root}src/$1/index.ts` },
    ],
  },
  test: { include: ['test/**/*.test.ts'], testTimeout: 240_000 },
})
