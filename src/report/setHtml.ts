import type { Lang } from '../model/labels.ts'
import { escapeText } from '../view/escapeText.ts'
import type { Block, Report } from './blocks.ts'
import { HOVER, HOVER_HASH } from './hover.ts'
import { STYLE, STYLE_HASH } from './style.ts'

/** A report as one HTML file: nothing from outside, and a policy that lets in its own style sheet and script alone. */
export function setHtml({ title, blocks }: Report, lang: Lang): string {
  const policy = `default-src 'none'; style-src '${STYLE_HASH}'; script-src '${HOVER_HASH}'; base-uri 'none'; form-action 'none'`
  return [
    '<!doctype html>',
    `<html lang="${lang === 'zh' ? 'zh-Hans' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escapeText(title)}</h1>`,
    ...blocks.map(setBlock),
    '</main>',
    `<script>${HOVER}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function setBlock(block: Block): string {
  switch (block.type) {
    case 'lead':
      return `<p class="lead">${escapeText(block.text)}</p>`
    case 'answers':
      return `<dl class="answers">${block.answers
        .map(
          ({ question, texts, code }) =>
            `<div><dt>${escapeText(question)}</dt>${texts.map(text => `<dd>${escapeText(text)}</dd>`).join('')}${code ? `<dd><code>${escapeText(code)}</code></dd>` : ''}</div>`,
        )
        .join('')}</dl>`
    case 'heading':
      return `<h2>${escapeText(block.text)}</h2>`
    case 'text':
      return `<p>${escapeText(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map(item => `<li>${escapeText(item)}</li>`).join('')}</ul>`
    case 'table': {
      if (block.insteadOfPicture) return ''
      const table = setTable(block)
      return block.folded === undefined ? table : fold(block.folded, table)
    }
    case 'figures':
      return `<div class="figures${block.wide ? ' wide' : ''}">${block.figures
        .map(
          ({ draw, caption }) =>
            `<figure>${draw('light')}${caption ? `<figcaption>${escapeText(caption)}</figcaption>` : ''}</figure>`,
        )
        .join('\n')}</div>`
    case 'code':
      return fold(block.folded, `<pre tabindex="0"><code>${escapeText(block.text)}</code></pre>`)
  }
}

function fold(summary: string, content: string): string {
  return `<details><summary>${escapeText(summary)}</summary>${content}</details>`
}

function setTable({ columns, rows }: Extract<Block, { type: 'table' }>): string {
  const cell = (tag: 'th' | 'td', text: string, k: number) =>
    `<${tag}${tag === 'th' ? ' scope="col"' : ` data-label="${escapeText(columns[k]?.label ?? '')}"`}${columns[k]?.numeric ? ' class="n"' : ''}>${escapeText(text)}</${tag}>`
  // On a phone the rows of a wide table become cards, each value with its label.
  const wide = columns.length > 2 ? ' class="cards"' : ''
  return `<div class="table" tabindex="0" role="group"><table${wide}><thead><tr>${columns
    .map(({ label }, k) => cell('th', label, k))
    .join('')}</tr></thead><tbody>${rows
    .map(row => `<tr>${row.map((text, k) => cell('td', text, k)).join('')}</tr>`)
    .join('\n')}</tbody></table></div>`
}
