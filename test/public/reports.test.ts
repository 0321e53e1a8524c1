import { reports } from './calls/reports.ts'
import { promises } from './promises.ts'

promises(reports)
