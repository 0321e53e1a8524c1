import { Parser } from 'saxen'
import type { Faults } from './faults.ts'
import type { Losses } from './losses.ts'
import { checkedText, type ReadLimits } from './readOptions.ts'

/** What a reader hears of an XML text; names come without their namespace prefix. */
export interface XmlHandlers {
  open(name: string, attributes: Record<string, string>, depth: number): void
  /** `text` is all character data that stood directly in the element. */
  close(name: string, text: string, depth: number): void
}

const knownEntity = /&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)/

/**
 * Reads XML as a stream of events, in time linear in the text and without a tree.
 *
 * A document type with declarations is refused (entities can blow up, and no format here needs one), and so are entities
 * other than XML's own five, text after the root element and whatever else is not well formed.
 */
export function scanXml(
  input: unknown,
  root: string,
  options: ReadLimits,
  faults: Faults,
  handlers: XmlHandlers,
): void {
  const text = checkedText(input, options, faults)
  const { maxDepth = 64 } = options
  const prologue = text.slice(0, firstElement(text))
  if (/<!DOCTYPE[^>]*\[|<!ENTITY/i.test(prologue))
    faults.fatal(['line', 1], 'a document type with declarations (entities) is refused')
  const names: string[] = []
  const texts: string[] = []
  let roots = 0
  const parser = new Parser()
  const decoded = (raw: string, decode: (text: string) => string) => {
    if (!raw.includes('&')) return raw
    if (knownEntity.test(raw)) faults.fatal([...names], 'an entity other than amp, lt, gt, quot, apos or a number')
    return decode(raw)
  }
  parser.on('openTag', (fullName, getAttributes, decode) => {
    const name = local(fullName)
    if (names.length === 0) {
      if (roots++ > 0) faults.fatal([name], 'a second root element')
      if (name !== root) faults.fatal([name], `expected the root element ${root}`)
    }
    if (names.length >= maxDepth)
      faults.fatal([...names], `more than ${maxDepth} elements within each other (maxDepth)`)
    const raw = getAttributes()
    const attributes: Record<string, string> = Object.create(null)
    for (const key in raw) attributes[key] = decoded(raw[key]!, decode)
    names.push(name)
    texts.push('')
    handlers.open(name, attributes, names.length)
  })
  parser.on('closeTag', () => {
    const depth = names.length
    handlers.close(names.pop()!, texts.pop()!, depth)
  })
  const hear = (piece: string) => {
    if (texts.length > 0) texts[texts.length - 1] += piece
  }
  parser.on('text', (raw, decode) => hear(decoded(raw, decode)))
  parser.on('cdata', hear)
  for (const event of ['error', 'warn'] as const)
    parser.on(event, (error, context) => {
      if (typeof (error as { code?: unknown }).code === 'string') throw error
      const { line, column } = context()
      faults.fatal(['line', line + 1, 'column', column + 1], `not well-formed XML: ${error.message}`)
    })
  parser.parse(text)
  if (roots === 0) faults.fatal([], `expected XML with the root element ${root}`)
}

function firstElement(text: string): number {
  const at = text.search(/<[^?!]/)
  return at < 0 ? text.length : at
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

const unholdable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 cannot hold
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text for an attribute value or an element; characters that XML cannot hold become U+FFFD, and that is a loss. */
export function xmlText(text: string, losses: Losses): string {
  let held = text
  if (text.search(unholdable) >= 0) {
    held = text.replace(unholdable, '\ufffd')
    losses.add(count => `control characters in ${count} texts: XML cannot hold them; written as U+FFFD`, 'control')
  }
  return held.replace(/[&<>"\t\n\r]/g, character => escapes[character]!)
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}
