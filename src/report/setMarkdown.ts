import type { Block, Report } from './blocks.ts'

/** A report as Markdown; pictures are left out, since their numbers stand in the tables. */
export function setMarkdown({ title, blocks }: Report): string {
  return `${[`# ${plain(title)}`, ...blocks.map(setBlock)].filter(text => text !== '').join('\n\n')}\n`
}

function setBlock(block: Block): string {
  switch (block.type) {
    case 'lead':
      return `**${plain(block.text)}**`
    case 'answers':
      return block.answers
        .map(({ question, texts, code }) =>
          [`**${plain(question)}**`, ...texts.map(plain), ...(code ? [fenced(code, 'ts')] : [])].join('\n\n'),
        )
        .join('\n\n')
    case 'heading':
      return `## ${plain(block.text)}`
    case 'text':
      return block.ofPicture ? '' : plain(block.text)
    case 'list':
      return block.items.map(item => `- ${plain(item)}`).join('\n')
    case 'table':
      return [
        line(block.columns.map(({ label }) => plain(label))),
        line(block.columns.map(({ numeric }) => (numeric ? '---:' : '---'))),
        ...block.rows.map(row => line(row.map(plain))),
      ].join('\n')
    case 'figures':
      return ''
    case 'code':
      return `${plain(block.folded)}\n\n${fenced(block.text, block.language ?? 'json')}`
  }
}

/** Code between fences that are longer than any in it. */
function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${code}\n${fence}`
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** A text that means itself in Markdown: a user's label can neither set emphasis nor bring HTML nor end a cell. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|#&]/g, character => `\\${character}`).replace(/\s*[\r\n]+\s*/g, ' ')
}
