/** One change to a file: what, where (as a share of its length), how long, and with which piece. */
export interface Edit {
  readonly kind: (typeof kinds)[number]
  readonly at: number
  readonly length: number
  /** Picks a token, or another place of the file. */
  readonly pick: number
}

export const kinds = ['delete', 'repeat', 'token', 'character', 'number', 'cut', 'move', 'line', 'swap'] as const

/** What breaks readers: names of prototypes, numbers that are none, marks of each format, characters that texts cannot hold. */
const tokens = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-1',
  '0',
  '1e999',
  '-1e-999',
  '99999999999999999999',
  '0x10',
  '1,5',
  '1e5',
  '',
  ' ',
  '"',
  '""',
  "'",
  '\\',
  '\\"',
  '\\u0000',
  '/',
  '&',
  '&amp;',
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  '&b;',
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?x?>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<node id="z"/>',
  '<edge source="z" target="z"/>',
  '<graph>',
  '</graph>',
  '{',
  '}',
  '[',
  ']',
  '{}',
  '[]',
  '[[[[[[[[',
  ':',
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\0',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\uffff',
  '𠀀',
  '关系',
  '=',
  '*Vertices 3',
  '*Arcs',
  '*Edges :2',
  '*Matrix',
  'DL',
  'N=2',
  'N=100000000',
  'NM=3',
  'FORMAT=edgelist1',
  'DATA:',
  'LABELS:',
  '!',
  'a,b,c',
  'true',
  'false',
  'mutual',
  'undirected',
  '"id"',
  '"data"',
  '"source":',
  '"__proto__":1,',
  '{"__proto__":{"polluted":1}}',
] as const

/** The text after the edits, in order. The same edits give the same text. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = text
  for (const { kind, at, length, pick } of edits) {
    const from = Math.floor(at * (result.length + 1))
    const to = Math.min(result.length, from + length)
    const head = result.slice(0, from)
    const token = tokens[pick % tokens.length]!
    switch (kind) {
      case 'delete':
        result = head + result.slice(to)
        break
      case 'repeat':
        result = head + result.slice(from, to).repeat(1 + (pick % 20)) + result.slice(to)
        break
      case 'token':
        result = head + token + result.slice(from)
        break
      case 'character':
        result = head + String.fromCharCode(pick % 0x10000) + result.slice(from + 1)
        break
      case 'number': {
        const found = /-?\d+(\.\d+)?/.exec(result.slice(from))
        if (found)
          result =
            head + result.slice(from, from + found.index) + token + result.slice(from + found.index + found[0].length)
        break
      }
      case 'cut':
        // Rarely in the first half: what is left should still be a file.
        if (from > result.length / 2) result = head
        break
      case 'move': {
        const to2 = pick % (result.length + 1)
        result = result.slice(0, to2) + result.slice(from, to) + result.slice(to2)
        break
      }
      case 'line': {
        const lines = result.split('\n')
        const line = Math.floor(at * lines.length)
        lines.splice(line, 0, lines[pick % lines.length]!)
        result = lines.join('\n')
        break
      }
      case 'swap':
        result = head + token + result.slice(to)
        break
    }
  }
  return result
}

/** The bytes after the edits: for archives. */
export function editedBytes(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const latin = Array.from(bytes, byte => String.fromCharCode(byte)).join('')
  return Uint8Array.from(edited(latin, edits), character => character.charCodeAt(0) & 0xff)
}

/** Edits from a number: mulberry32, so that a run can be repeated from its seed. */
export function drawEdits(seed: number): Edit[] {
  let state = seed | 0
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return Array.from({ length: 1 + Math.floor(random() * 4) }, () => ({
    kind: kinds[Math.floor(random() * kinds.length)]!,
    at: random(),
    length: Math.floor(random() ** 3 * 60),
    pick: Math.floor(random() * 2 ** 31),
  }))
}
