import { measures } from '../public/calls/measures.ts'
import { pinned } from './pins.ts'

pinned('measures', measures)
