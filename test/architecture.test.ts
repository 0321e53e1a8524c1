import { describe, expect, test } from 'vitest'
import { folderOf, importsOf, type SourceFile, sourceFiles, withoutComments } from './helpers/sources.ts'

/** Which folders each folder may import from, besides itself: an import may only point down. */
const mayImport: Record<string, readonly string[]> = {
  kernel: [],
  model: ['kernel'],
  metrics: ['model', 'kernel'],
  inference: ['metrics', 'model', 'kernel'],
  scenarios: ['metrics', 'model', 'kernel'],
  cases: ['scenarios', 'metrics', 'model', 'kernel'],
  io: ['model', 'kernel'],
  view: ['metrics', 'model', 'kernel'],
  report: ['view', 'io', 'cases', 'scenarios', 'inference', 'metrics', 'model', 'kernel'],
  node: ['report', 'view', 'io', 'cases', 'scenarios', 'inference', 'metrics', 'model', 'kernel'],
  bullmq: ['node', 'scenarios', 'model', 'kernel'],
  command: ['bullmq', 'node', 'report', 'view', 'io', 'cases', 'scenarios', 'inference', 'metrics', 'model', 'kernel'],
}

/** Folders that run in Node only. */
const mayUseNode = ['node', 'bullmq', 'command']

/** Folders whose schemas may use zod's values. */
const mayUseZod = ['model', 'io', 'scenarios']

/** Imports that point up or sideways, each as a sentence. */
function wrongImports(files: readonly SourceFile[]): string[] {
  const wrong: string[] = []
  for (const file of files) {
    const { path, text } = file
    const folder = path.split('/')[0]!
    for (const target of importsOf(file)) {
      if (target.startsWith('node:') && !mayUseNode.includes(folder)) wrong.push(`${path} imports ${target}`)
      if (target === 'zod' && !mayUseZod.includes(folder)) wrong.push(`${path} imports zod`)
      if (target === 'zod' && !/import (type )?\* as z from 'zod'/.test(text)) wrong.push(`${path} must import * as z`)
      const to = folderOf(file, target)
      if (to === undefined || !path.includes('/')) continue
      if (to !== folder && !mayImport[folder]?.includes(to)) wrong.push(`${path} imports ${to}`)
    }
  }
  return wrong
}

describe('imports', () => {
  test('point down only', () => expect(wrongImports(sourceFiles())).toEqual([]))
  test('a planted import upwards, of node: and of zod is found', () => {
    const planted = (path: string, text: string) => wrongImports([{ path, text }])
    expect(planted('kernel/x.ts', "import { createNetwork } from '../model/createNetwork.ts'")).toEqual([
      'kernel/x.ts imports model',
    ])
    expect(planted('metrics/x.ts', "export { y } from '../report/y.ts'")).toEqual(['metrics/x.ts imports report'])
    expect(planted('metrics/x.ts', "const y = await import('../report/y.ts')")).toEqual(['metrics/x.ts imports report'])
    expect(planted('view/x.ts', "import { readFileSync } from 'node:fs'")).toEqual(['view/x.ts imports node:fs'])
    expect(planted('metrics/x.ts', "import * as z from 'zod'")).toEqual(['metrics/x.ts imports zod'])
  })
})

describe('sources', () => {
  test('have no randomness without a seed and no clock', () => {
    const found = sourceFiles().filter(({ text }) => /Math\.random|Date\.now|new Date\(/.test(withoutComments(text)))
    expect(found.map(({ path }) => path)).toEqual([])
  })
})
