export { bullmqExecutor } from './bullmqExecutor.ts'
export { type BullmqWorker, type BullmqWorkerOptions, bullmqWorker } from './bullmqWorker.ts'
export type { QueueOptions } from './connect.ts'
