// The worker when the sources are run as they are (tsx, vitest): a thread reads TypeScript once it has asked for it itself.
import { register } from 'tsx/esm/api'

register()
const { default: work } = await import('./worker.ts')
export default work
