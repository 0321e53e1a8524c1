import { files } from './calls/files.ts'
import { promises } from './promises.ts'

promises(files)
