import * as z from 'zod'
import { documentSchema } from './schema.ts'

/**
 * The JSON Schema (draft 2020-12) of a network document, for editors and other languages.
 *
 * The same text is the file `guanxi/schema.json`. It holds the shape; that ids are unique, that ties join actors of the
 * document and that no tie is repeated is beyond JSON Schema and is checked by `createNetwork`.
 */
export function documentJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(documentSchema, { target: 'draft-2020-12' }) as Record<string, unknown>
}
