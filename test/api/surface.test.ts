import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readSurface } from './surface.ts'

/**
 * The public surface, one file a subpath: what users can import, with its types. A change of it has to change these files, and so
 * is seen in review. `UPDATE_API=1` writes them anew.
 */
const packageJson = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
const entryFiles = new Map<string, string>(
  Object.entries<Record<string, string>>(packageJson.exports).flatMap(([path, targets]) => {
    const source = targets['@guanxi/source']
    return source ? [[path === '.' ? 'index' : path.slice(2), source.slice(2)]] : []
  }),
)
const surface = readSurface(entryFiles)

describe('the public surface is the one agreed on', () => {
  for (const [name, text] of [...surface.entries, ['unexported', surface.unexported]] as const)
    test(name, () => {
      const path = new URL(`./${name}.txt`, import.meta.url)
      if (process.env.UPDATE_API) writeFileSync(path, text)
      expect(text).toBe(readFileSync(path, 'utf8'))
    })
  test('everything in it has a doc comment', () => expect(surface.undocumented).toEqual([]))
})
