// A worker in a process of its own: says when it takes a block by writing the block's place into a file, so that a test can end it
// in the middle of one.
import { bullmqWorker } from 'guanxi/bullmq'

const [connection, queue] = process.argv.slice(2) as [string, string]
const worker = await bullmqWorker({ connection, queue, workers: 1, lostAfter: 1000 })
process.stdout.write('ready\n')
process.on('SIGTERM', () => worker.close().then(() => process.exit(0)))
