#!/usr/bin/env node
import { guanxi } from './guanxi.ts'

// The first signal stops cleanly; whoever presses Ctrl-C again does not want to wait for that.
const stop = new AbortController()
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.on(signal, () => {
    if (stop.signal.aborted) process.exit(code)
    stop.abort(code)
  })

process.exitCode = await guanxi(process.argv.slice(2), {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  now: () => performance.now(),
  env: process.env,
  signal: stop.signal,
})
