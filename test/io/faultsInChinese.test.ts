import { GuanxiError } from 'guanxi'
import { faultsInChinese } from 'guanxi/io'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { drawEdits } from '../fuzz/edits.ts'
import { targets } from '../fuzz/targets.ts'
import { type Choices, NAME, textsOf } from '../helpers/messages.ts'
import { sourceFiles } from '../helpers/sources.ts'

/** Proper names, words of formats and names of options, which are the same in Chinese. */
const kept =
  /JSON|XML|GEXF|DOCTYPE|CDATA|zip|UTF-8|Excel|xlsx|Uint8Array|DirectedGraph|graphology|AbortSignal|npm install|REFI-QDA|DL\b|gexf\b|graphml|Project|CodeBook|attvalue|source|target|（respondent）|（about）|power|resources|trust|evidence|data|weight|NR|NC|NM|\*Vertices|data:|project\.qde|\[source, target, weight\]|zh, en|true|false|null|NaN|nodes?|edges?|elements|for与value|class|graph(?:\.export\(\))?|hyperedge|startPosition|endPosition|guid|ids?\b|kind|encoding|gb18030|format|parallel|columns|actorColumns|roster|max[A-Z]\w+|amp、lt、gt、quot、apos|__proto__|directed|undirected|mutual/g

/** The Chinese without the names that it quotes and what is the same in both languages: what is left should be no English. */
const own = (chinese: string) => chinese.replace(/“[^”]*”/gs, '').replace(kept, '')
const isChinese = (chinese: string) => /\p{Script=Han}/u.test(chinese) && !/[A-Za-z]{2,}/.test(own(chinese))

/** Parsers' own words, which no table can hold: JSON's differ between engines, and workbooks' are whatever is thrown. */
const foreign = /(?:不是JSON|可以读取的(?:zip压缩包|工作簿))：/

/** What stands in a sentence by an expression that is no text: every value that it can have. */
const choices: Choices = {
  of: {
    expected: ['a number from 0 to 1', 'a number from 0'],
    'expectation(issue)': [
      'a text',
      'a finite number',
      'an array',
      'an object',
      'record',
      'tuple',
      'a non-empty text',
      'at least 0',
      'at most 1',
      '"guanxi"',
      '1',
      '"table" or "section" or "survey"',
      'a value that JSON can hold (for a label: a text, or { zh, en })',
    ],
    'takeLabels what': ['labels', 'matrix labels'],
    'takeNumber what': ['N', 'NR', 'NM'],
    where: ['readGexf'],
    'rule.expected': ['one of a, b', 'an array of texts', '[lowest, highest]'],
    'typeof input': ['number', 'object', 'undefined'],
    "first.join(' ')": ['line 3', 'nodes 0', 'graph nodes 0'],
    'error.message': ['unclosed tag', 'invalid zip data'],
    // What a parser or the system says, in words of its own.
    '(error as Error).message': [NAME],
    '(error as Error)?.message ?? String(error)': [NAME],
    "header.map(show).join(', ')": [`"${NAME}", "b"`],
    "given.map(show).join(', ')": ['"2", undefined'],
    path: [NAME],
    'format.name': ['REFI-QDA'],
    root: ['graph'],
    'row.length': ['4'],
  },
  fallback: '3',
}

/** Files whose messages a reader can raise. */
const said =
  /^(?:io\/|model\/(?:documentIssues|createNetwork|options|missingPackage|requireGraph)\.ts|node\/(?:readFileNetwork|writeFileNetwork|fileFormat)\.ts|command\/(?:results|merge)\.ts)/

/** Every message of these files, with where it stands. */
function messagesOf(path: string, source: ts.SourceFile): [where: string, text: string][] {
  const found: [string, string][] = []
  const take = (message: ts.Expression | undefined, before = '') => {
    // Issues of others that are handed on, and `refuse` of files, which is heard where it is called.
    if (!message || /^(?:issue\.)?message$|\$\{why\}/.test(message.getText())) return
    const line = source.getLineAndCharacterOfPosition(message.getStart()).line + 1
    for (const text of textsOf(message, choices))
      if (text !== NAME && text !== `${NAME}: ${NAME}`) found.push([`${path}:${line}`, before + text])
  }
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText()
      if (/(?:^|\.)faults\.(?:add|fatal)$/.test(called)) take(node.arguments[1])
      if (called === 'refuse') take(node.arguments[0], `readFileNetwork: ${NAME}: `)
    }
    if (ts.isNewExpression(node) && node.expression.getText() === 'GuanxiError') take(node.arguments?.[1])
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'message') take(node.initializer)
    // What an option may be, as `checkOptions` says it.
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'expected')
      for (const text of textsOf(node.initializer, choices))
        found.push([path, `readGexf: expected kind to be ${text}, got "${NAME}"`])
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

describe('faults in Chinese', () => {
  const messages = sourceFiles()
    .filter(({ path }) => said.test(path))
    .flatMap(({ path, text }) => messagesOf(path, ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)))
  const chineseOf = (message: string) => faultsInChinese(new GuanxiError('INVALID_FILE', message))[0]!

  test('every message of the readers has its Chinese', () => {
    expect(messages.length).toBeGreaterThan(150)
    const english = messages.flatMap(([where, text]) =>
      isChinese(chineseOf(text)) ? [] : [`${where}: ${text} → ${chineseOf(text)}`],
    )
    expect(english).toEqual([])
  })
  test('names and numbers stay', () => {
    for (const [where, text] of messages) {
      const names = (words: string) => words.split(NAME).length
      expect(names(chineseOf(text)), `${where}: ${text}`).toBe(names(text))
    }
  })
  test.each(targets().map(target => [target.name, target] as const))('mutated files: %s', (_, { files, run }) => {
    const english = new Set<string>()
    const refusals = new Set<string>()
    for (let seed = 0; seed < 400; seed++)
      run(seed % files, drawEdits(seed), error => {
        refusals.add(error.message)
        for (const chinese of faultsInChinese(error))
          if (!isChinese(chinese.replace(new RegExp(`(${foreign.source}).*`, 's'), '$1'))) english.add(chinese)
      })
    expect(refusals.size).toBeGreaterThan(20)
    expect([...english]).toEqual([])
  })
})
