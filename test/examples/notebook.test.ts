import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { inspect } from 'node:util'
import ts from 'typescript'
import { afterAll, describe, expect, test } from 'vitest'

/**
 * Runs the cells of the notebook in order, as one module whose last expressions are kept, and compares what each would show as
 * text with the outputs that the notebook holds. `UPDATE_DOCS=1` writes them anew.
 */
const path = fileURLToPath(new URL('../../examples/notebook/x-community.ipynb', import.meta.url))
const generated = fileURLToPath(new URL('../docs/.generated/', import.meta.url))
afterAll(() => rmSync(generated, { recursive: true, force: true }))

interface Cell {
  readonly cell_type: 'code' | 'markdown'
  readonly source: readonly string[]
  outputs?: unknown[]
}
const notebook = JSON.parse(readFileSync(path, 'utf8')) as { cells: Cell[] }
const cells = notebook.cells.filter(cell => cell.cell_type === 'code')

/** The cell with its last expression noted, as the kernel shows it. */
function noted({ source }: Cell): string {
  const code = source.join('')
  const last = ts.createSourceFile('cell.ts', code, ts.ScriptTarget.Latest, true).statements.at(-1)!
  if (!ts.isExpressionStatement(last)) throw new Error(`a cell ends without a value: ${code}`)
  return `${code.slice(0, last.getStart())}shown.push(${last.expression.getText()})`
}

type Bundle = Readonly<Record<string, string>>
const jupyter = Symbol.for('Jupyter.display')
const bundleOf = (value: unknown): Bundle | null =>
  (value as { [jupyter]?: () => Bundle } | null)?.[jupyter]?.() ?? null

describe('the notebook', async () => {
  mkdirSync(generated, { recursive: true })
  const module = `${generated}notebook.ts`
  writeFileSync(module, `export const shown: unknown[] = []\n${cells.map(noted).join('\n')}\n`)
  const { shown } = (await import(/* @vite-ignore */ pathToFileURL(module).href)) as { shown: unknown[] }
  const texts = shown.map(value => bundleOf(value)?.['text/plain'] ?? inspect(value))

  test('shows what it holds', () => {
    expect(shown).toHaveLength(cells.length)
    const outputs = texts.map((text, i) => [
      {
        output_type: 'execute_result',
        execution_count: i + 1,
        metadata: {},
        data: { 'text/plain': text.split(/(?<=\n)/) },
      },
    ])
    if (process.env.UPDATE_DOCS) {
      for (const [i, cell] of cells.entries()) Object.assign(cell, { execution_count: i + 1, outputs: outputs[i] })
      writeFileSync(path, `${JSON.stringify(notebook, null, 1)}\n`)
    }
    expect(cells.map(cell => cell.outputs)).toEqual(outputs)
  })
  test('its reports are rich: a frame with pictures, in both languages', () => {
    const rich = shown.flatMap(value => bundleOf(value)?.['text/html'] ?? [])
    expect(rich).toHaveLength(3)
    for (const html of rich) expect(html).toMatch(/^<iframe [^>]*srcdoc="[^"]*&lt;svg/)
    expect(rich[2]).toMatch(/lang=&quot;zh-Hans&quot;/)
  })
})
