import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sourceFiles } from '../helpers/sources.ts'

const entries = readFileSync(new URL('../../docs/references.md', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line.startsWith('- '))

/** The pages beside docs/references.md; those made from the comments and the site's own folders are left out. */
const docs = new URL('../../docs/', import.meta.url)
const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.md') && path !== 'references.md' && !/^(api|node_modules|\.vitepress)\//.test(path))
  .map(path => ({ path: `docs/${path}`, text: readFileSync(new URL(path, docs), 'utf8') }))

/** Every comment of a source file, each on one line. */
const comments = (text: string) =>
  [...text.matchAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g)].map(([comment]) => comment.replace(/\n\s*\*/g, '')).join('\n')

const sources = sourceFiles().map(({ path, text }) => ({ path, text: comments(text) }))

/** Last name and year of every work that a text names, such as "Garlaschelli 2013" or "McPhail et al. 2018". */
function citations(text: string): string[] {
  return [...text.matchAll(/(\p{Lu}[\p{Ll}’'][\p{L}′’'-]*)(?: et al\.)? (1[89]\d\d|20\d\d)\b/gu)].map(
    ([, name, year]) => `${name} ${year}`,
  )
}

const known = (citation: string) => {
  const [name, year] = citation.split(' ')
  return entries.some(entry => entry.includes(name!) && entry.includes(year!))
}

describe('references', () => {
  test('hold every work that a comment or a page cites', () => {
    const missing = [...sources, ...pages].flatMap(({ path, text }) =>
      citations(text)
        .filter(citation => !known(citation))
        .map(citation => `${path}: ${citation}`),
    )
    expect(missing).toEqual([])
  })
  test('a work that is not there is found', () => {
    const text =
      '/**\n * Source: Nobody & Noone\n * 1999, eq. 2; Someone et al. 2001.\n */\nconst x = 1 // after Nemo 1870'
    expect(citations(comments(text))).toEqual(['Noone 1999', 'Someone 2001', 'Nemo 1870'])
    expect(known('Noone 1999')).toBe(false)
  })
  test('bear each DOI twice the same, in words and in the link', () => {
    for (const entry of entries)
      for (const [, said, linked] of entry.matchAll(/\[doi:(.+)\]\(<?https:\/\/doi\.org\/([^>]+?)>?\)$/g))
        expect(linked).toBe(said)
  })
  test('bear every DOI that a comment or a page gives', () => {
    const missing = [...sources, ...pages].flatMap(({ path, text }) =>
      [...text.matchAll(/\bdoi:(10\.\d{4,}\/[^\s,;]*[^\s,;.)])/g)]
        .filter(([, doi]) => !entries.some(entry => entry.includes(`doi.org/${doi}`)))
        .map(([, doi]) => `${path}: ${doi}`),
    )
    expect(missing).toEqual([])
  })
})
