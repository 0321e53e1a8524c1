import { tests } from '../public/calls/tests.ts'
import { pinned } from './pins.ts'

pinned('tests', tests)
