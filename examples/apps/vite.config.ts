import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))
const sources = fileURLToPath(new URL('../../src/', import.meta.url))
const apps = ['explorer', 'cytoscape', 'react', 'd3', 'texts']

// One configuration for all apps. In this repository `guanxi` means the sources; an app of your own installs the package and
// needs no alias.
export default defineConfig({
  root: here,
  base: './',
  resolve: {
    alias: [
      { find: /^guanxi$/, replacement: `${sources}index.ts` },
      { find: /^guanxi\/([a-z]+)$/, replacement: `${sources}$1/index.ts` },
    ],
  },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { input: Object.fromEntries(apps.map(app => [app, `${here}${app}/index.html`])) },
  },
})
