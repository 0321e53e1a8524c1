// A run with a checkpoint, to be killed: node victim.ts PATH '{ "scenarios": …, "options": … }'
import { xCommunity } from 'guanxi/cases'
import { fileCheckpoint } from 'guanxi/node'
import { runEnsemble } from 'guanxi/scenarios'

const [path, plan] = process.argv.slice(2)
const { scenarios, options } = JSON.parse(plan!)
await runEnsemble(xCommunity(), scenarios, { ...options, checkpoint: fileCheckpoint(path!) })
