import { GuanxiError, show } from '../model/errors.ts'
import { mergeEnsembles } from '../scenarios/ensemble/mergeEnsembles.ts'
import type { EnsembleResult } from '../scenarios/ensemble/types.ts'
import { type Call, Usage } from './guanxi.ts'
import { checkOutputs, jsonValues, writeOutputs } from './results.ts'
import type { Terminal } from './terminal.ts'
import { words } from './words.ts'

/** `guanxi merge parts/*.jsonl --out result.json`: the shards of an ensemble, to the bit what one run would have given. */
export async function merge(call: Call, terminal: Terminal): Promise<void> {
  if (call.operands.length === 0) throw new Usage(words[call.lang].needs('parts/*.jsonl'))
  checkOutputs(call)
  const parts: EnsembleResult[] = []
  for (const path of call.operands)
    for (const value of await jsonValues(path)) {
      const kind = (value as { kind?: unknown } | null)?.kind
      if (kind !== 'ensemble')
        throw new GuanxiError('INVALID_FILE', `${path}: expected the result of an ensemble, got ${show(kind ?? value)}`)
      parts.push(value as EnsembleResult)
    }
  await writeOutputs(mergeEnsembles(parts), call, terminal)
}
