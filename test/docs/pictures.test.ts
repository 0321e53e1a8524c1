import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { xCommunity } from 'guanxi/cases'
import { networkView, toSvg } from 'guanxi/view'
import { describe, expect, test } from 'vitest'
import { drawHouse } from './house.ts'

/** The pictures of the READMEs and of CONTRIBUTING.md, as the library and its imports draw them today. `UPDATE_DOCS=1` writes them anew. */
const images = fileURLToPath(new URL('../../docs/images/', import.meta.url))
const pictures = {
  'house.svg': drawHouse,
  'x-community.en.svg': () => toSvg(networkView(xCommunity(), { lang: 'en', layer: 'power' })),
  'x-community.zh.svg': () => toSvg(networkView(xCommunity(), { lang: 'zh', layer: 'power' })),
}

describe('pictures in the documents are what the library draws', () => {
  for (const [name, draw] of Object.entries(pictures))
    test(name, () => {
      if (process.env.UPDATE_DOCS) {
        mkdirSync(images, { recursive: true })
        writeFileSync(images + name, draw())
      }
      expect(readFileSync(images + name, 'utf8')).toBe(draw())
    })
})
