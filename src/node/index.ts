export { type ReadFileOptions, readFileNetwork } from './readFileNetwork.ts'
export { type WorkerOptions, workerExecutor } from './workerExecutor.ts'
export { type WriteFileOptions, type WriteFileResult, writeFileNetwork } from './writeFileNetwork.ts'
