import { dirname, resolve } from 'node:path'
import { GuanxiError } from '../model/errors.ts'
import { fileCheckpoint } from '../node/fileCheckpoint.ts'
import { readFileNetwork } from '../node/readFileNetwork.ts'
import { workerExecutor } from '../node/workerExecutor.ts'
import { runEnsemble } from '../scenarios/ensemble/runEnsemble.ts'
import type { EnsembleResult, Executor } from '../scenarios/ensemble/types.ts'
import { readEnsemblePlan } from '../scenarios/ensemblePlan.ts'
import { type Call, Usage } from './guanxi.ts'
import { operandsOf, wholeNumber } from './operands.ts'
import { progress } from './progress.ts'
import { checkOutputs, jsonValues, writeOutputs } from './results.ts'
import type { Terminal } from './terminal.ts'
import { words } from './words.ts'

/** `guanxi ensemble plan.json`: runs the plan, or a shard of it. */
export async function ensemble(call: Call, terminal: Terminal): Promise<void> {
  const [path] = operandsOf(call, ['plan.json'])
  const shard = shardOf(call)
  const workers = wholeNumber(call, 'workers', 1024)
  checkOutputs(call)
  const { network, scenarios, options } = readEnsemblePlan((await jsonValues(path))[0])
  const read =
    typeof network === 'string' ? await readFileNetwork(resolve(dirname(path), network)) : { network, losses: [] }
  const executor = await executorOf(call, workers)
  const { checkpoint } = call.options
  const { onProgress, end } = progress(terminal, call.lang)
  let result: EnsembleResult
  try {
    result = await runEnsemble(read.network, scenarios, {
      ...options,
      ...(executor ? { executor } : {}),
      ...(checkpoint === undefined ? {} : { checkpoint: fileCheckpoint(checkpoint) }),
      ...(shard ? { shard } : {}),
      ...(call.quiet ? {} : { onProgress }),
      signal: terminal.signal,
    })
  } catch (error) {
    end()
    if (terminal.signal.aborted) terminal.err(`${words[call.lang].stopped(checkpoint)}\n`)
    throw error
  } finally {
    end()
    await executor?.close()
  }
  await writeOutputs(result, call, terminal)
}

/** `3/100`: part 3 of the parts 0 to 99. */
function shardOf({ options, lang }: Call): { readonly index: number; readonly count: number } | undefined {
  if (options.shard === undefined) return undefined
  const [, index, count] = /^(\d{1,9})\/(\d{1,9})$/.exec(options.shard) ?? []
  if (index === undefined || Number(index) >= Number(count))
    throw new Usage(`--shard ${options.shard}: ${words[lang].needs('0/100 … 99/100')}`)
  return { index: Number(index), count: Number(count) }
}

async function executorOf({ options }: Call, workers: number | undefined): Promise<Executor | undefined> {
  const { redis, queue } = options
  if (redis !== undefined) {
    if (workers !== undefined)
      throw new GuanxiError(
        'INVALID_OPTION',
        '--workers is for threads of this machine; with --redis, each guanxi worker has its own',
      )
    const { bullmqExecutor } = await import('../bullmq/bullmqExecutor.ts')
    return bullmqExecutor({ connection: redis, queue })
  }
  return workers === 0 ? undefined : workerExecutor(workers === undefined ? {} : { workers })
}
