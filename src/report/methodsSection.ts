import type { Lang } from '../model/labels.ts'
import { version } from '../model/version.ts'
import type { Block } from './blocks.ts'
import { type MethodsTopic, methodsWords, worksOf } from './words/methodsWords.ts'
import { reportWords } from './words/reportWords.ts'

/** Methods with formulas, as a paper can print them, with a sentence on this run; the works that they name; how to cite. */
export function methodsSection(topics: readonly MethodsTopic[], lang: Lang, run?: string): Block[] {
  const words = reportWords(lang)
  const said = [...topics.map(topic => methodsWords[topic][lang]), ...(run === undefined ? [] : [run])]
  return [
    { type: 'heading', text: words.methods },
    { type: 'text', text: said.join(lang === 'zh' ? '' : ' ') },
    { type: 'list', items: worksOf(topics) },
    { type: 'text', text: words.cite(version) },
  ]
}
