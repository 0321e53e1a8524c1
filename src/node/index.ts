export { type WorkerOptions, workerExecutor } from './workerExecutor.ts'
