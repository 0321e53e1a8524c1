/** An English sentence of this library and its Chinese, which gets the parts that differ, texts in the quotes of Chinese. */
export type Sentence = readonly [english: RegExp, chinese: (...parts: string[]) => string]

/** The Chinese of a sentence by the first that fits; `undefined` for a sentence that is none of these. */
export function inChinese(sentence: string, sentences: readonly Sentence[]): string | undefined {
  for (const [english, chinese] of sentences) {
    const found = english.exec(sentence)
    if (found) return chinese(...found.slice(1).map(quotesInChinese))
  }
  return undefined
}

/** One text, or several, as messages show them: `"name"` or `"one", "two"`. */
const shown = /^"(?:[^"\\]|\\.)*"…?(?:, "(?:[^"\\]|\\.)*"…?)*$/s

/** Texts in the quotes of Chinese; anything else as it is. */
function quotesInChinese(part = ''): string {
  if (!shown.test(part)) return part
  return [...part.matchAll(/"((?:[^"\\]|\\.)*)"(…?)/gs)].map(([, text, cut]) => `“${text}”${cut}`).join('、')
}
