import { lossesInChinese, readEdgeList, readGexf, readKumu } from 'guanxi/io'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { NAME, textsOf } from '../helpers/messages.ts'
import { sourceFiles } from '../helpers/sources.ts'

/** Proper names and words of formats, which are the same in Chinese. */
const kept =
  /NaN|JSON|XML|U\+FFFD|NUL|DL|UCINET|Pajek|Cytoscape|Kumu|\.clu|classes|edgedefault|spells|viz|port|parent|kinds?|graph|evidence/g

/** What stands in a sentence by a variable that is no name: every value that it can have. */
const choices: Readonly<Record<string, readonly string[]>> = {
  count: ['3'],
  at: ['1'],
  'several.length': ['3'],
  unknown: ['2'],
  'some[0]!.least': ['2'],
  parallel: ['sum', 'first', 'max'],
  'options.parallel': ['sum', 'first', 'max'],
  nonResponse: ['unknown', 'absent'],
  kind: ['node', 'edge'],
  'of.kind': ['node', 'edge'],
  of: ['actor', 'tie'],
  word: ['undirected edge', 'mutual edge', 'undirected connection', 'mutual connection'],
  part: ['loops', 'maps', 'perspectives', 'views'],
  'part.toLowerCase()': ['notes', 'links', 'sets'],
}

/** Every sentence that some reader or writer can add to its losses, with where it stands. */
function sentencesOf(path: string, source: ts.SourceFile): [string, string][] {
  const found: [string, string][] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(this\.)?losses\.add$/.test(node.expression.getText())) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
      // The losses of another writer, which are found there.
      if (node.arguments[0]!.getText() !== 'loss')
        for (const text of textsOf(node.arguments[0]!, { of: choices, fallback: NAME }))
          found.push([`${path}:${line}`, text])
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

describe('losses in Chinese', () => {
  const sentences = sourceFiles()
    .filter(({ path }) => path.startsWith('io/'))
    .flatMap(({ path, text }) => sentencesOf(path, ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)))

  test('every sentence of the readers and writers has its Chinese', () => {
    expect(sentences.length).toBeGreaterThan(110)
    const english = sentences.flatMap(([where, text]) => {
      const [chinese] = lossesInChinese([text])
      const whole = /\p{Script=Han}/u.test(chinese!) && !/[A-Za-z]{2,}/.test(chinese!.replace(kept, ''))
      return whole ? [] : [`${where}: ${text} → ${chinese}`]
    })
    expect(english).toEqual([])
  })
  test('names and counts stay', () => {
    for (const [where, text] of sentences) {
      const [chinese] = lossesInChinese([text])
      const names = (words: string) => words.split(NAME).length
      expect(names(chinese!), where).toBe(names(text))
      for (const count of text.match(/(?<!U\+)\b\d+\b/g) ?? []) expect(chinese, where).toContain(count)
    }
  })
  test('as readers say them', () => {
    const csv = 'source,target,trust\na,b,0.5\na,b,0.7\nb,b,1\n'
    expect(lossesInChinese(readEdgeList(csv, { parallel: 'max' }).losses)).toEqual([
      '1条重复的关系并入相同行动者之间的第一条（取最大值）',
      '略去1条指向自身的关系：关系须连接两个行动者',
      '文件未给出2个行动者的类型，其类型记为“actor”（选项kind、kinds）',
    ])
    const gexf =
      '<gexf version="1.3"><graph><nodes><node id="a" start="1"/><node id="b"/></nodes><edges><edge source="a" target="b" type="mutual"/></edges></graph></gexf>'
    expect(lossesInChinese(readGexf(gexf).losses).slice(0, 2)).toEqual([
      '略去1个节点的时间',
      '1条双向边各读为来往两条关系',
    ])
    expect(lossesInChinese(readKumu('{"elements":[{"label":"A"}],"connections":[],"views":[{}]}').losses)).toContain(
      '略去视图',
    )
  })
  test('a name with a line break or with words of a sentence is kept; what is not ours stays as it is', () => {
    expect(
      lossesInChinese(['the attribute a\nb is left out: Kumu needs the name for itself', 'something else']),
    ).toEqual(['略去属性a\nb：该名称由Kumu自用', 'something else'])
    expect(lossesInChinese(['the option kinds names 2 actors whom the file does not hold: "a", "b \\"c\\""'])).toEqual([
      '选项kinds中有2个行动者不在文件中：“a”、“b \\"c\\"”',
    ])
    expect(lossesInChinese(['attributes of actors are left out: first, $1, views are left out'])).toEqual([
      '略去行动者的属性：first, $1, views are left out',
    ])
  })
})
