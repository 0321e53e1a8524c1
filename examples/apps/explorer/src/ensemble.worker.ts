import { createNetwork } from 'guanxi'
import { runEnsemble, webWorkerExecutor } from 'guanxi/scenarios'
import { faultOf } from './faultOf.ts'
import { strategiesOf } from './practiceStrategies.ts'
import type { EnsembleAnswered, EnsembleAsked } from './protocol.ts'

// Shares a run out among workers of its own, one a core but for the page's, and gathers what they find.
const executor = webWorkerExecutor({
  create: () => new Worker(new URL('./block.worker.ts', import.meta.url), { type: 'module' }),
  workers: Math.max(1, Math.min(8, navigator.hardwareConcurrency - 1)),
})
let run: AbortController | null = null

self.onmessage = async ({ data }: MessageEvent<EnsembleAsked>) => {
  run?.abort()
  if (data === 'stop') return
  const own = new AbortController()
  run = own
  const { network, hours, weeks, replications } = data
  try {
    const { outcomes, contrasts } = await runEnsemble(
      createNetwork(network),
      [
        { name: 'unplanned', strategies: [] },
        { name: 'planned', strategies: strategiesOf(hours) },
      ],
      {
        replications,
        weeks,
        seed: 1,
        executor,
        onProgress: progress => send({ progress }),
        signal: own.signal,
      },
    )
    send({
      result: contrasts
        .filter(({ a, b }) => a === 'planned' && b === 'unplanned')
        .map(contrast => ({
          ...contrast,
          planned: outcomes.find(({ scenario, outcome }) => scenario === 'planned' && outcome === contrast.outcome)!
            .mean,
        })),
    })
  } catch (fault) {
    send(own.signal.aborted ? { stopped: true } : { fault: faultOf(fault) })
  }
}

function send(message: EnsembleAnswered): void {
  self.postMessage(message)
}
