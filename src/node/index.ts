export { fileCheckpoint } from './fileCheckpoint.ts'
export { type WorkerOptions, workerExecutor } from './workerExecutor.ts'
