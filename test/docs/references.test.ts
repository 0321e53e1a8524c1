import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sourceFiles } from '../helpers/sources.ts'

const entries = readFileSync(new URL('../../docs/references.md', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line.startsWith('- '))

/** Last name and year of every work that a `Source:` of a doc comment names, such as "Garlaschelli 2013". */
function citations(text: string): string[] {
  return [...text.matchAll(/\* Source:([\s\S]*?)(?:\n\s*\*\s*\n|\n\s*\* @|\*\/)/g)].flatMap(([, source]) =>
    [...source!.replace(/\n\s*\*/g, '').matchAll(/(\p{Lu}[\p{L}′’'-]+) (1[89]\d\d|20\d\d)\b/gu)].map(
      ([, name, year]) => `${name} ${year}`,
    ),
  )
}

const known = (citation: string) => {
  const [name, year] = citation.split(' ')
  return entries.some(entry => entry.includes(name!) && entry.includes(year!))
}

describe('references', () => {
  test('hold every work that a doc comment cites', () => {
    const missing = sourceFiles().flatMap(({ path, text }) =>
      citations(text)
        .filter(citation => !known(citation))
        .map(citation => `${path}: ${citation}`),
    )
    expect(missing).toEqual([])
  })
  test('a work that is not there is found', () => {
    expect(citations('/**\n * Source: Nobody & Noone 1999, eq. 2.\n */')).toEqual(['Noone 1999'])
    expect(known('Noone 1999')).toBe(false)
  })
  test('bear each DOI twice the same, in words and in the link', () => {
    for (const entry of entries)
      for (const [, said, linked] of entry.matchAll(/\[doi:(.+)\]\(<?https:\/\/doi\.org\/([^>]+?)>?\)$/g))
        expect(linked).toBe(said)
  })
})
