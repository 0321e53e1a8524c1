import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

/** Licences that let anybody use the library for anything; a new one is a decision to be made here. */
const allowed = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']

interface Locked {
  readonly dev?: boolean
  readonly devOptional?: boolean
}

const root = fileURLToPath(new URL('..', import.meta.url))
const json = (path: string) => JSON.parse(readFileSync(root + path, 'utf8'))

/** Folders of the packages that a user of the library installs with it, peers among them. */
function productionFolders(): string[] {
  return Object.entries<Locked>(json('package-lock.json').packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path]) => path)
}

interface Stated {
  readonly license?: string | { readonly type: string }
  readonly licenses?: readonly { readonly type: string }[]
}

/** One licence; of "(A OR B)" the first that is allowed. */
function licenceOf({ license, licenses }: Stated): string {
  const stated = (typeof license === 'object' ? license.type : license) ?? licenses?.[0]?.type ?? 'none stated'
  const choices = stated.replace(/^\(|\)$/g, '').split(' OR ')
  return choices.find(choice => allowed.includes(choice)) ?? stated
}

describe('licences of what users install', () => {
  const licences = productionFolders().map(
    folder => `${folder.replace(/^.*node_modules\//, '')}: ${licenceOf(json(`${folder}/package.json`))}`,
  )
  test('are on the list', () => {
    expect(licences.length).toBeGreaterThan(5)
    expect(licences.filter(line => !allowed.includes(line.slice(line.lastIndexOf(': ') + 2)))).toEqual([])
  })
  test('a choice is enough; another licence and none are found', () => {
    expect(licenceOf({ license: '(GPL-3.0 OR MIT)' })).toBe('MIT')
    expect(allowed).not.toContain(licenceOf({ license: 'GPL-3.0' }))
    expect(allowed).not.toContain(licenceOf({}))
  })
})
