import type { Json } from '../../model/network.ts'
import type { Faults } from './faults.ts'
import type { ReadLimits } from './readOptions.ts'
import { scanXml } from './xml.ts'

/** An element of a REFI-QDA text. Projects are small beside networks, so a tree serves. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

export function parseQda(text: unknown, root: string, limits: ReadLimits, faults: Faults): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' }
  const stack = [top]
  scanXml(text, root, limits, faults, {
    open(name, attributes) {
      const element: Element = { name, attributes, children: [], text: '' }
      stack.at(-1)!.children.push(element)
      stack.push(element)
    },
    close(_name, content) {
      stack.pop()!.text = content
    },
  })
  return top.children[0]!
}

export function childrenOf(element: Element | undefined, ...path: string[]): Element[] {
  let found = element ? [element] : []
  for (const name of path) found = found.flatMap(({ children }) => children.filter(child => child.name === name))
  return found
}

/** GUIDs come with braces and without, in capitals or not. */
export function guidOf(text: string | undefined): string {
  return (text ?? '').replace(/[{}]/g, '').trim().toLowerCase()
}

/** A code of the codebook. */
export interface Code {
  readonly guid: string
  readonly name: string
  /** Guid of the code above it, or null. */
  readonly parent: string | null
  readonly description: string | null
  readonly color: string | null
}

export function codesOf(codeBook: readonly Element[], faults: Faults): Code[] {
  const codes: Code[] = []
  const guids = new Set<string>()
  const visit = (element: Element, parent: string | null) => {
    const guid = guidOf(element.attributes.guid)
    if (guid === '') faults.add(['Code', codes.length], 'a code without guid')
    else if (guids.has(guid)) faults.add(['Code', codes.length], `two codes have the guid ${guid}`)
    guids.add(guid)
    codes.push({
      guid,
      name: element.attributes.name ?? '',
      parent,
      description: childrenOf(element, 'Description')[0]?.text || null,
      color: element.attributes.color ?? null,
    })
    for (const child of childrenOf(element, 'Code')) visit(child, guid)
  }
  for (const code of codeBook.flatMap(book => childrenOf(book, 'Codes', 'Code'))) visit(code, null)
  return codes
}

export function variableValue(element: Element): { variable: string; value: Json } {
  const variable = guidOf(childrenOf(element, 'VariableRef')[0]?.attributes.targetGUID)
  for (const { name, text } of element.children) {
    if (name === 'BooleanValue') return { variable, value: text.trim() === 'true' || text.trim() === '1' }
    if (name === 'IntegerValue' || name === 'FloatValue') {
      const value = Number(text)
      return { variable, value: Number.isFinite(value) && text.trim() !== '' ? value : null }
    }
    if (/^(Text|Date|DateTime)Value$/.test(name)) return { variable, value: text }
  }
  return { variable, value: null }
}
