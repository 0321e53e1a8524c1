import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

/**
 * Runs every example that people are shown: `@example` blocks of doc comments, and `ts` blocks of the READMEs and of docs/.
 *
 * A line `expression // => value` or `console.log(expression) // => value` becomes a check; the value is a JavaScript literal, compared in depth, numbers to the
 * digits that are written. An `@example` without a checked value fails: it would only show that the code does not throw.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const generated = join(root, 'test/docs/.generated')

interface Example {
  readonly name: string
  readonly code: string
  readonly mustCheck: boolean
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith(ending) && !/^(api|\.vitepress)\//.test(path))
    .map(path => join(root, folder, path))
}

function sourceExamples(): Example[] {
  return filesIn('src', '.ts').flatMap(path => {
    const text = readFileSync(path, 'utf8')
    return [...text.matchAll(/@example\n((?:\s*\*.*\n)*?)\s*\* ```ts\n([\s\S]*?)\s*\* ```/g)].map((match, i) => ({
      name: `${relative(root, path)} ${i + 1}`,
      code: match[2]!.replace(/^\s*\* ?/gm, ''),
      mustCheck: true,
    }))
  })
}

function documentExamples(): Example[] {
  const documents = [join(root, 'README.md'), join(root, 'README.zh-CN.md'), ...filesIn('docs', '.md')]
  return documents.flatMap(path => {
    const text = readFileSync(path, 'utf8')
    return [...text.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map((match, i) => ({
      name: `${relative(root, path)} ${i + 1}`,
      code: match[1]!,
      mustCheck: false,
    }))
  })
}

/** The example as a module whose `checks` hold what was shown beside what came. */
function toModule(code: string): { module: string; checked: number } {
  let checked = 0
  const lines = code.split('\n').map(line => {
    const match = /^(.*?\S)\s*\/\/ => (.+)$/.exec(line)
    if (!match) return line
    checked++
    const [, expression, value] = match
    const printed = /^console\.log\((.*)\)$/.exec(expression!)?.[1]
    const named = /^const (\w+) = /.exec(expression!)?.[1]
    const check = `checks.push([${JSON.stringify(line.trim())}, ${printed ?? named ?? expression}, (${value})])`
    return named ? `${expression}; ${check}` : check
  })
  return { module: `export const checks: [string, unknown, unknown][] = []\n${lines.join('\n')}\n`, checked }
}

function close(actual: unknown, shown: unknown): boolean {
  if (typeof actual === 'number' && typeof shown === 'number') {
    const digits = /\.(\d+)/.exec(String(shown))?.[1]?.length ?? 0
    const gap = Math.abs(actual - shown)
    return gap <= 1e-12 * Math.max(1, Math.abs(shown)) || (digits > 0 && gap <= 0.5000001 * 10 ** -digits)
  }
  if (Array.isArray(actual) && Array.isArray(shown))
    return actual.length === shown.length && actual.every((item, i) => close(item, shown[i]))
  if (actual !== null && shown !== null && typeof actual === 'object' && typeof shown === 'object') {
    const names = Object.keys(shown)
    return (
      Object.keys(actual).length === names.length &&
      names.every(name => close((actual as Record<string, unknown>)[name], (shown as Record<string, unknown>)[name]))
    )
  }
  return Object.is(actual, shown)
}

async function run(example: Example, index: number): Promise<void> {
  const { module, checked } = toModule(example.code)
  if (example.mustCheck) expect(checked, 'an example shows at least one value').toBeGreaterThan(0)
  const path = join(generated, `example-${index}.ts`)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, module)
  const { checks } = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as {
    checks: [string, unknown, unknown][]
  }
  for (const [line, actual, shown] of checks)
    expect(close(actual, shown), `${line}  gave  ${JSON.stringify(actual)}`).toBe(true)
}

afterAll(() => rmSync(generated, { recursive: true, force: true }))

const examples = [...sourceExamples(), ...documentExamples()]

describe('examples in doc comments and documents', () => {
  for (const [i, example] of examples.entries()) test(example.name, () => run(example, i))

  test('a wrong value is found', async () => {
    const wrong = { name: 'planted', code: '1 + 1 // => 3', mustCheck: true }
    await expect(run(wrong, examples.length)).rejects.toThrow('1 + 1')
  })
  test('an example that shows nothing is found', async () => {
    await expect(run({ name: 'planted', code: '1 + 1', mustCheck: true }, examples.length + 1)).rejects.toThrow(
      'at least one value',
    )
  })
})
