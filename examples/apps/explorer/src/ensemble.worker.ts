import { createNetwork } from 'guanxi'
import { runEnsemble } from 'guanxi/scenarios'
import { strategiesOf } from './practiceStrategies.ts'
import type { EnsembleAnswered, EnsembleAsked } from './protocol.ts'

// A run lets messages through every few milliseconds, so that it can be stopped from outside.
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
      { replications, weeks, seed: 1, onProgress: progress => send({ progress }), signal: own.signal },
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
    send(own.signal.aborted ? { stopped: true } : { fault: fault instanceof Error ? fault.message : String(fault) })
  }
}

function send(message: EnsembleAnswered): void {
  self.postMessage(message)
}
