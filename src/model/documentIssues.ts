import type * as z from 'zod'
import { type Issue, show } from './errors.ts'
import { expectation } from './expectation.ts'
import { documentSchema } from './schema.ts'

/** Every fault of a document: of shape (by the zod schema) and of reference (ids, endpoints, repeated ties), in order of place. */
export function documentIssues(input: unknown): Issue[] {
  const parsed = documentSchema.safeParse(input)
  const shape = parsed.success ? [] : parsed.error.issues.flatMap(issue => shapeIssues(issue, input))
  return [...shape, ...referenceIssues(input)].sort((a, b) => comparePaths(a.path, b.path))
}

function shapeIssues(issue: z.core.$ZodIssue, input: unknown): Issue[] {
  const path = issue.path.map(step => (typeof step === 'symbol' ? String(step) : step))
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({ path: [...path, key], message: `no such field here` }))
  return [{ path, message: `expected ${expectation(issue)}, got ${show(valueAt(input, path))}` }]
}

function valueAt(input: unknown, path: readonly (string | number)[]): unknown {
  let value = input
  for (const step of path) value = (value as Record<string | number, unknown> | undefined)?.[step]
  return value
}

function referenceIssues(input: unknown): Issue[] {
  const issues: Issue[] = []
  const { actors, ties } = (input ?? {}) as { actors?: unknown; ties?: unknown }
  const firstWith = new Map<string, number>()
  if (Array.isArray(actors))
    actors.forEach((actor: unknown, i) => {
      protoIssue(issues, actor, ['actors', i])
      const id = (actor as { id?: unknown } | null)?.id
      if (typeof id !== 'string') return
      const first = firstWith.get(id)
      if (first === undefined) firstWith.set(id, i)
      else issues.push({ path: ['actors', i, 'id'], message: `${show(id)} is already the id of actors[${first}]` })
    })
  if (!Array.isArray(ties)) return issues
  const tieBetween = new Map<string, Map<string, number>>()
  ties.forEach((tie: unknown, i) => {
    protoIssue(issues, tie, ['ties', i])
    const { source, target } = (tie ?? {}) as { source?: unknown; target?: unknown }
    for (const [end, id] of [
      ['source', source],
      ['target', target],
    ] as const)
      if (typeof id === 'string' && id !== '' && Array.isArray(actors) && !firstWith.has(id))
        issues.push({ path: ['ties', i, end], message: `no actor has the id ${show(id)}` })
    if (typeof source !== 'string' || typeof target !== 'string') return
    if (source === target)
      issues.push({ path: ['ties', i, 'target'], message: `a tie joins two actors, but both ends are ${show(source)}` })
    const targets = tieBetween.get(source) ?? new Map<string, number>()
    tieBetween.set(source, targets)
    const first = targets.get(target)
    if (first === undefined) targets.set(target, i)
    else
      issues.push({
        path: ['ties', i],
        message: `repeats ties[${first}] from ${show(source)} to ${show(target)}; merge the two into one`,
      })
  })
  return issues
}

/** An attribute called `__proto__` would change the object that holds it instead of being held. */
function protoIssue(issues: Issue[], record: unknown, path: (string | number)[]): void {
  if (typeof record === 'object' && record !== null && Object.hasOwn(record, '__proto__'))
    issues.push({ path: [...path, '__proto__'], message: 'an attribute cannot have this name' })
}

function comparePaths(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const x = a[i]!
    const y = b[i]!
    if (x === y) continue
    if (typeof x === 'number' && typeof y === 'number') return x - y
    return String(x) < String(y) ? -1 : 1
  }
  return a.length - b.length
}
