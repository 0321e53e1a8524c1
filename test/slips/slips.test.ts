import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { slips } from './slips.ts'

const at = (path: string) => new URL(`../../${path}`, import.meta.url)

// `npm run test:slips` plants them and takes long; that what they change still stands there is soon seen.
test.each(slips)('$file: $search → $replace', ({ file, search, replace, test: path }) => {
  expect(readFileSync(at(`src/${file}`), 'utf8')).toContain(search)
  expect(replace).not.toBe(search)
  expect(existsSync(at(`test/${path}`))).toBe(true)
})
