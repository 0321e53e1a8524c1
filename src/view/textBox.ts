/** Font size of labels in pixels, and the distance from line to line. */
export const FONT = 14
export const LINE = 17

/** Advance widths in em of a common sans-serif, rounded up: a label that is measured too wide never overlaps. */
function advance(character: string): number {
  const code = character.codePointAt(0)!
  // Quotation marks and dashes are as wide as a character where a Chinese font sets them.
  if (code >= 0x2e80 || '“”‘’—…'.includes(character)) return 1
  if (code === 0x20) return 0.3
  if ("iljtfrI.,:;!|'()[]-".includes(character)) return 0.37
  if ('mwMW@%'.includes(character)) return 0.95
  if (code >= 0x41 && code <= 0x5a) return 0.74
  return 0.6
}

/** Width of a text in pixels without a browser, on the safe side. */
export function textWidth(text: string, font: number = FONT): number {
  let em = 0
  for (const character of text) em += advance(character)
  return em * font
}

/**
 * Breaks a text into lines of at most `width` pixels, between words, and anywhere in Chinese or in a word that is too long.
 * What is over `maxLines` lines ends in an ellipsis.
 */
export function wrapText(text: string, width: number, maxLines = 3, font: number = FONT): string[] {
  const pieces = text.trim().match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+|\s+/gu) ?? []
  const lines: string[] = []
  let line = ''
  const push = () => {
    if (line.trim()) lines.push(line.trim())
    line = ''
  }
  for (const piece of pieces) {
    // Closing punctuation stays with what it closes.
    if (textWidth(line + piece, font) <= width || /^[，。；：、！？）》」”]$/u.test(piece)) {
      line += piece
      continue
    }
    push()
    for (const character of piece.trim()) {
      if (textWidth(line + character, font) > width) push()
      line += character
    }
  }
  push()
  if (lines.length <= maxLines) return lines.length > 0 ? lines : ['']
  const kept = lines.slice(0, maxLines)
  let last = kept[maxLines - 1]!
  while (last && textWidth(`${last}…`, font) > width) last = [...last].slice(0, -1).join('')
  return [...kept.slice(0, -1), `${last.trimEnd()}…`]
}
