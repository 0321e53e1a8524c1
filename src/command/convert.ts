import { lossesInChinese } from '../io/lossesInChinese.ts'
import type { ReadFileOptions } from '../node/readFileNetwork.ts'
import { readFileNetwork } from '../node/readFileNetwork.ts'
import { writeFileNetwork } from '../node/writeFileNetwork.ts'
import type { Call } from './guanxi.ts'
import { operandsOf } from './operands.ts'
import type { Terminal } from './terminal.ts'
import { words } from './words.ts'

/** `guanxi convert in out`: from one format to another; says what was lost on the way in and out. */
export async function convert(call: Call, { out }: Terminal): Promise<void> {
  const [from, to] = operandsOf(call, ['in.gexf', 'out.graphml'])
  const { encoding, parallel } = call.options
  const { network, losses } = await readFileNetwork(from, { encoding, parallel } as ReadFileOptions)
  const written = await writeFileNetwork(to, network, { lang: call.lang })
  const { wrote, lost, nothingLost } = words[call.lang]
  const english = [...losses, ...written.losses]
  const all = call.lang === 'zh' ? lossesInChinese(english) : english
  out(
    `${wrote(written.files)}\n${all.length === 0 ? nothingLost : `${lost}\n${all.map(loss => `- ${loss}`).join('\n')}`}\n`,
  )
}
