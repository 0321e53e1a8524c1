import { scenarios } from '../public/calls/scenarios.ts'
import { pinned } from './pins.ts'

pinned('scenarios', scenarios)
