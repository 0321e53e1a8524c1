import { views } from './calls/views.ts'
import { promises } from './promises.ts'

promises(views)
