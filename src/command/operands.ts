import { type Call, Usage } from './guanxi.ts'
import { words } from './words.ts'

/** The operands that a command needs, no fewer and no more. */
export function operandsOf<const Names extends readonly string[]>(
  { operands, lang }: Call,
  names: Names,
): { readonly [Key in keyof Names]: string } {
  if (operands.length < names.length) throw new Usage(words[lang].needs(names[operands.length]!))
  if (operands.length > names.length) throw new Usage(words[lang].tooMany(operands[names.length - 1]!))
  return operands as { readonly [Key in keyof Names]: string }
}

/** A whole number given as an option. */
export function wholeNumber({ options, lang }: Call, name: string, most: number): number | undefined {
  const text = options[name]
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/.test(text) || Number(text) > most) throw new Usage(`--${name}: ${words[lang].needs(`0–${most}`)}`)
  return Number(text)
}
