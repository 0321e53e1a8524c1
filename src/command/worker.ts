import { bullmqWorker } from '../bullmq/bullmqWorker.ts'
import { type Call, Usage } from './guanxi.ts'
import { operandsOf, wholeNumber } from './operands.ts'
import type { Terminal } from './terminal.ts'
import { words } from './words.ts'

/** `guanxi worker --redis url`: takes blocks of ensembles until it is stopped; a block that is under way is finished first. */
export async function worker(call: Call, { err, signal }: Terminal): Promise<void> {
  operandsOf(call, [])
  const { redis, queue } = call.options
  if (redis === undefined) throw new Usage(words[call.lang].needs('--redis redis://host:6379'))
  const workers = wholeNumber(call, 'workers', 1024)
  const working = await bullmqWorker({ connection: redis, queue, workers: workers || undefined })
  if (!call.quiet) err(`${words[call.lang].working(working.queue)}\n`)
  await new Promise<void>((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
    working.failed.catch(reject)
  })
  await working.close()
}
