import { checkOptions } from '../model/options.ts'
import { Faults } from './shared/faults.ts'
import { Losses } from './shared/losses.ts'
import { type Code, childrenOf, codesOf, parseQda } from './shared/qdaXml.ts'
import { type ReadLimits, readRules } from './shared/readOptions.ts'
import type { WriteResult } from './shared/results.ts'
import { xmlText } from './shared/xml.ts'

/**
 * Reads a REFI-QDA codebook (.qdc).
 *
 * @param text - the file's content.
 * @returns the codes, each with the code above it.
 * @throws {GuanxiError} `INVALID_FILE`.
 *
 * Time linear in the text.
 *
 * Source: REFI-QDA Standard 1.5, qdasoftware.org.
 *
 * @example
 * ```ts
 * import { readQdc, writeQdc } from 'guanxi/io'
 *
 * const code = { guid: '00000000-0000-4000-8000-000000000001', name: 'paperwork', parent: null, description: null, color: null }
 * readQdc(writeQdc([code]).text).codes // => [{ guid: '00000000-0000-4000-8000-000000000001', name: 'paperwork', parent: null, description: null, color: null }]
 * ```
 */
export function readQdc(
  text: string,
  options: Pick<ReadLimits, 'maxDepth' | 'maxCharacters'> = {},
): { codes: Code[]; losses: string[] } {
  checkOptions('readQdc', options, { maxDepth: readRules.maxDepth, maxCharacters: readRules.maxCharacters })
  const faults = new Faults('readQdc')
  const losses = new Losses()
  const book = parseQda(text, 'CodeBook', options, faults)
  const codes = codesOf([book], faults)
  if (childrenOf(book, 'Sets', 'Set').length > 0) losses.add('sets of codes are left out')
  faults.raise()
  return { codes, losses: losses.list() }
}

/**
 * Writes codes as a REFI-QDA codebook (.qdc), in the order given, each below its parent.
 *
 * @returns `text` and `losses`: codes whose parent is not among them stand at the top.
 *
 * Time O(codes).
 */
export function writeQdc(codes: readonly Code[]): WriteResult {
  const losses = new Losses()
  const safe = (words: string) => xmlText(words, losses)
  const guids = new Set(codes.map(({ guid }) => guid))
  const below = new Map<string | null, Code[]>()
  for (const code of codes) {
    const known = code.parent === null || guids.has(code.parent)
    if (!known) losses.add('codes whose parent is not among the codes stand at the top')
    const parent = known ? code.parent : null
    below.set(parent, [...(below.get(parent) ?? []), code])
  }
  const seen = new Set<string>()
  const element = (code: Code): string => {
    seen.add(code.guid)
    const color = code.color === null ? '' : ` color="${safe(code.color)}"`
    const inner = code.description === null ? '' : `<Description>${safe(code.description)}</Description>`
    const children = (below.get(code.guid) ?? []).filter(({ guid }) => !seen.has(guid)).map(element)
    return `<Code guid="${safe(code.guid)}" name="${safe(code.name)}" isCodable="true"${color}>${inner}${children.join('')}</Code>`
  }
  const lines = (below.get(null) ?? []).map(element)
  if (seen.size < guids.size) losses.add('codes that are above themselves are left out')
  const text = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="guanxi">',
    '<Codes>',
    ...lines,
    '</Codes>',
    '</CodeBook>',
    '',
  ].join('\n')
  return { text, losses: losses.list() }
}
