export { type Coding, codings } from './codings.ts'
export { type Indicator, indicators } from './indicators.ts'
export { type CaseWorkplan, workplan } from './workplan.ts'
export { xCommunity } from './xCommunity.ts'
