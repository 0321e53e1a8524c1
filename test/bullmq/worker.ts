// A worker in a process of its own, which a test can end in the middle of a block.
import { bullmqWorker } from 'guanxi/bullmq'

const [connection, queue] = process.argv.slice(2) as [string, string]
const worker = await bullmqWorker({ connection, queue, workers: 1, lostAfter: 1000 })
process.stdout.write('ready\n')
process.on('SIGTERM', () => worker.close().then(() => process.exit(0)))
