import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const documents = [
  ...readdirSync(root).map(file => join(root, file)),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(path => !/^(api|\.vitepress)\//.test(path))
    .map(path => join(root, 'docs', path)),
].filter(path => path.endsWith('.md'))

/** Links within the repository that lead nowhere, each as a sentence. Pages of docs/api are made by the build, which checks them. */
function broken(path: string, text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(<?([^)>\s]+)>?\)/g)]
    .map(([, target]) => target!)
    .filter(target => !/^(https?:|mailto:|#|\/)/.test(target))
    .filter(target => !existsSync(resolve(dirname(path), target.replace(/#.*$/, ''))))
    .map(target => `${relative(root, path)} links to ${target}`)
}

describe('links between documents', () => {
  test('lead somewhere', () => {
    expect(documents.length).toBeGreaterThan(20)
    expect(documents.flatMap(path => broken(path, readFileSync(path, 'utf8')))).toEqual([])
  })
  test('one that leads nowhere is found', () =>
    expect(broken(join(root, 'docs/model.md'), 'see [there](nowhere.md#part) and `[x](y)`')).toEqual([
      'docs/model.md links to nowhere.md#part',
    ]))
})
