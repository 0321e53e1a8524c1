import type * as z from 'zod'
import { show } from './errors.ts'

/** What a schema wanted where it found something else, in the words of this library's messages. */
export function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return (
        { string: 'a text', number: 'a finite number', int: 'a whole number', array: 'an array', object: 'an object' }[
          issue.expected as string
        ] ?? issue.expected
      )
    case 'too_small':
      return issue.origin === 'string' ? 'a non-empty text' : `at least ${issue.minimum}`
    case 'too_big':
      return `at most ${issue.maximum}`
    case 'invalid_value':
      return issue.values.map(show).join(' or ')
    case 'invalid_union':
      return 'a value that JSON can hold (for a label: a text, or { zh, en })'
    default:
      return issue.message
  }
}
