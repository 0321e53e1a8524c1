import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const src = fileURLToPath(new URL('../../src', import.meta.url))

export interface SourceFile {
  /** Below src/, as `metrics/asymmetry.ts`. */
  readonly path: string
  readonly text: string
}

export function sourceFiles(): SourceFile[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => ({ path, text: readFileSync(join(src, path), 'utf8') }))
}

export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '')
}

/** What a file imports from, as written. */
export function importsOf({ text }: SourceFile): string[] {
  return [...withoutComments(text).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(match => match[1]!)
}

/** The folder of src/ that a file's import leads to; `undefined` for a package. */
export function folderOf({ path }: SourceFile, target: string): string | undefined {
  return target.startsWith('.') ? relative(src, resolve(src, dirname(path), target)).split('/')[0]! : undefined
}
