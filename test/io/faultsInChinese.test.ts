import { strToU8, zipSync } from 'fflate'
import { createNetwork, GuanxiError } from 'guanxi'
import * as io from 'guanxi/io'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { drawEdits } from '../fuzz/edits.ts'
import { targets } from '../fuzz/targets.ts'
import { type Choices, NAME, textsOf } from '../helpers/messages.ts'
import { sourceFiles } from '../helpers/sources.ts'

const { faultsInChinese } = io

/** Proper names, words of formats and names of options, which are the same in Chinese. */
const kept =
  /JSON|XML|GEXF|DOCTYPE|CDATA|zip|UTF-8|Excel|xlsx|Uint8Array|DirectedGraph|graphology|AbortSignal|npm install|REFI-QDA|DL\b|gexf\b|graphml|Project|CodeBook|attvalue|label|type|from|refuse、sum、first、max|kinds|rename|scale|source|target|（respondent）|（about）|power|resources|trust|evidence|data|weight|NR|NC|NM|\*Vertices|data:|project\.qde|\[source, target, weight\]|zh, en|true|false|null|NaN|nodes?|edges?|elements|for与value|class|graph(?:\.export\(\))?|hyperedge|startPosition|endPosition|guid|ids?\b|kind|encoding|gb18030|format|parallel|columns|actorColumns|roster|max[A-Z]\w+|amp、lt、gt、quot、apos|__proto__|directed|undirected|mutual/g

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

const gexf = (inner: string) => `<gexf><graph defaultedgetype="directed">${inner}</graph></gexf>`
const archive = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
const code = '<Code guid="c" name="x"/>'
const survey = { scale: [1, 5], layers: { trust: ['open'] } } as const

/** Broken input of every reader, and what is said of it. */
const broken: [reader: string, read: () => unknown, faults: string[]][] = [
  [
    'readGexf',
    () =>
      io.readGexf(
        gexf(
          '<attributes class="x"><attribute title="t"/></attributes><nodes><node id="a"/><node id="a"/><node/></nodes><edges><edge source="a" target="甲"/><edge source="a" target="a" type="odd" weight="x"/></edges>',
        ),
      ),
    [
      '“attributes”：应为node或edge（class），实为“x”',
      '“attributes”：属性声明缺少id',
      '第2个节点：行动者“a”已在第1个节点出现',
      '第3个节点：缺少id',
      '第2条边：应为数值，实为“x”',
      '第2条边的type：应为directed、undirected或mutual，实为“odd”',
      '第1条边的target：没有id为“甲”的行动者',
    ],
  ],
  ['readGexf', () => io.readGexf('<gexf><graph/><graph/></gexf>'), ['“graph”：文件中有不止一个图']],
  [
    'readGexf',
    () => io.readGexf(`<!DOCTYPE g [<!ENTITY a "b">]>${gexf('')}`),
    ['第1行：不接受带有声明（实体）的文档类型（DOCTYPE）'],
  ],
  [
    'readGexf',
    () => io.readGexf(gexf('<nodes><node id="&a;"/></nodes>')),
    ['“gexf.graph.nodes”：只接受实体amp、lt、gt、quot、apos与数字实体，文件中有其他实体'],
  ],
  ['readGexf', () => io.readGexf('<gexf><node'), ['第1行第7列：XML格式有误：标签没有结束']],
  ['readGexf', () => io.readGexf('<graphml/>'), ['“graphml”：根元素应为gexf']],
  [
    'readGexf',
    () =>
      io.readGexf(
        gexf(
          '<attributes class="node"><attribute id="0" title="__proto__" type="string"/></attributes><nodes><node id="a"><attvalues><attvalue for="0" value="x"/></attvalues></node></nodes>',
        ),
      ),
    ['第1个节点：属性不能用这个名称（__proto__）'],
  ],
  [
    'readGraphml',
    () =>
      io.readGraphml(
        '<graphml><key/><key id="k" for="x"/><key id="d" attr.name="trust" for="edge" attr.type="double"/><graph edgedefault="both"><node id="a"/><node id="b"/><edge source="a" target="b" directed="maybe"><data key="d">viel</data><data key="d">1</data><data/></edge><hyperedge/></graph></graphml>',
      ),
    [
      '“key”：键缺少id',
      '键“k.for”：不认识“x”',
      '“graph.edgedefault”：应为directed或undirected，实为“both”',
      '第1条边的trust：应为数值，实为“viel”',
      '第1条边的trust：同一个键有两份数据',
      'data：数据没有指明键',
      '第1条边的directed：应为true或false，实为“maybe”',
      '“hyperedge”：超边（hyperedge）连接两个以上的节点，关系无法容纳',
    ],
  ],
  [
    'readPajek',
    () => io.readPajek('*Vertices 2\n1 "a"\n1 "b"\n*Arcs :1 "trust"\n1 3 x\n1 2 1\n1 2 1\n*Matrix\n0 1 0\n'),
    [
      '第3行：顶点1出现两次',
      '第5行：应为1到2的顶点编号，实为“3”',
      '第5行：应为数值，实为“x”',
      '第7行：重复了从1到2的弧；选项parallel可指定如何合并',
      '第9行：应为2个单元格，实为3',
    ],
  ],
  ['readPajek', () => io.readPajek('1 2'), ['第1行：应为*Vertices，实为“1 2”']],
  [
    'readPajek',
    () => io.readPajek('*Vertices 2\n', { beside: { staff: '*Vertices 2\nx\n' } }),
    ['“staff”的第2行：应为数值，实为“x”', '“staff”：应为2个值，实为0'],
  ],
  [
    'readDl',
    () => io.readDl('dl n=2 format=edgelist1\nlabels:\na,""\ndata:\na\n'),
    ['第5行：应为行动者的标签，或1到2的编号，却没有给出', '第2个标签：缺少id'],
  ],
  ['readDl', () => io.readDl('dl n=2\ndata:\n0 1\n1'), ['第4行：数据在第1个矩阵第2行第2列处中断']],
  [
    'readEdgeList',
    () => io.readEdgeList('source,target,trust\na,b,viel\na,b,1.5,2\n,a,0.5\na,b,0.1\na,b,0.2\n'),
    [
      '第2行的trust：应为数值，实为“viel”',
      '第3行：应为与标题行一样的3个单元格，实为4',
      '第4行的source：缺少行动者的id',
      '第5行：重复了从“a”到“b”的关系；选项parallel可指定如何合并',
      '第6行：重复了从“a”到“b”的关系；选项parallel可指定如何合并',
    ],
  ],
  [
    'readEdgeList',
    () => io.readEdgeList('von,nach\na,b\n'),
    ['第1行：缺少起点（source）一列；标题行有“von”、“nach”（选项columns）'],
  ],
  [
    'readEdgeList',
    () => io.readEdgeList('source,target\na,b\n', { actors: 'id,kind\na,k\na,k\n' }),
    ['行动者表第3行：行动者“a”已在行动者表第2行出现', '第2行的target：没有id为“b”的行动者'],
  ],
  [
    'readJgf',
    () => io.readJgf('{"graph":{"nodes":{"a":7},"edges":[{"source":"a"},4]}}'),
    [
      '“graph.nodes.a”：应为对象，实为7',
      '“graph”的第2条边：应为对象，实为4',
      '“graph”的第1条边的source：没有id为“a”的行动者',
      '“graph”的第1条边的target：缺少行动者的id',
    ],
  ],
  [
    'readJgf',
    () => io.readJgf('{"graph":{"nodes":{"a":{"metadata":{"__proto__":{"polluted":1}}}}}}'),
    [
      '“graph.nodes.a.metadata.__proto__”：属性不能用这个名称（__proto__）',
      '“graph.nodes.a.__proto__”：属性不能用这个名称（__proto__）',
    ],
  ],
  ['readJgf', () => io.readJgf('{"graph":{"nodes":{}}}', { maxDepth: 2 }), ['数组或对象嵌套超过2层（maxDepth）']],
  [
    'readCytoscape',
    () => io.readCytoscape('{"elements":{"nodes":[{"data":{"id":"a"}},{}],"edges":{}}}'),
    ['“elements.edges”：应为数组，实为对象', '“elements”的第2个节点的data：应为对象，却没有给出'],
  ],
  [
    'readGraphology',
    () =>
      io.readGraphology(
        '{"nodes":[{"key":"a","attributes":{"label":5,"kind":[1]}},1,{"key":"b"},{"key":"c"}],"edges":[{"source":"a","target":"b"},{"source":"b","target":"c","attributes":{"trust":2,"evidence":[{"kind":"x"}]}}]}',
      ),
    [
      '第1个节点：类型（kind）应为文字，实为1项的数组',
      '第2个节点：应为对象，实为1',
      '第1条边的source：没有id为“a”的行动者',
      '第2条边的trust：应为0到1的数值或空缺，实为2',
      '第2条边第1条依据的kind：应为“table”、“section”、“quotation”、“coding”、“survey”、“assumed”之一，实为“x”',
    ],
  ],
  [
    'readKumu',
    () =>
      io.readKumu(
        '{"elements":[{"label":"a","id":"1"},{"label":"a","id":"2"}],"connections":[{"from":"a","to":"2","direction":"x"}]}',
      ),
    ['第1个连接的from：多个元素都叫“a”；请以id连接'],
  ],
  [
    'readMatrices',
    () => io.readMatrices({ 'trust.csv': ',a,b\na,,x\nc,1,\na,1,1\n' }),
    [
      '“trust.csv”的第2行的“b”：应为数值，实为“x”',
      '“trust.csv”的第3行：行动者“c”没有对应的列',
      '“trust.csv”的第4行：“a”有第二行',
      '“trust.csv”：应为2行，实为1',
    ],
  ],
  [
    'readMatrices',
    () => io.readMatrices({ 'trust.csv': ',a,a\na,,1\n', 'power.csv': ',x\nx,\n' }),
    [
      '“trust.csv”的第2行数据：行动者“a”已在“trust.csv”的第1行数据出现',
      '“trust.csv”：应为2行，实为1',
      '“power.csv”的第1行：行动者与“trust.csv”中的不同',
    ],
  ],
  [
    'fromRelations',
    () => io.fromRelations({ advice: [['a', 'b', 1], ['a', 'b', 1], ['a']], n: 4 } as never),
    [
      '“advice”的第2项：重复了从“a”到“b”的弧；选项parallel可指定如何合并',
      '“advice”的第3项：应为[source, target, weight]，且权重为有限的数值',
      '“n”：应为弧的数组，实为4',
    ],
  ],
  [
    'readSurvey',
    () => io.readSurvey('respondent,about,open\na,b,9\na,b,x\n,a,1\na,,1\nz,a,1\n', { ...survey, roster: ['a', 'b'] }),
    [
      '第2行的“open”：应为1到5的数值，实为9',
      '第3行的“open”：应为数值，实为“x”',
      '第3行：“a”第二次评价“b”；选项parallel可指定如何合并',
      '第3行：重复了从“a”到“b”的关系；选项parallel可指定如何合并',
      '第4行：没有写明填写人',
      '第5行：没有写明评价对象',
      '第6行：“z”不在名单（选项roster）中',
    ],
  ],
  [
    'readSurvey',
    () => io.readSurvey('who,about,open\n', survey),
    ['第1行：缺少填写人（respondent）一列；标题行有“who”、“about”、“open”（选项columns）'],
  ],
  [
    'readSurvey',
    () => io.readSurvey('respondent,about\n', survey),
    ['第1行：缺少列“open”；标题行有“respondent”、“about”'],
  ],
  [
    'readSurvey',
    () => io.readSurvey('respondent;open: a;open: a\n', { ...survey, form: 'wide' }),
    ['第1行：有第二个列“open: a”'],
  ],
  [
    'readQdc',
    () => io.readQdc(`<CodeBook><Codes>${code}${code}<Code/></Codes></CodeBook>`),
    ['第2个编码：两个编码的guid同为“c”', '第3个编码：编码缺少guid'],
  ],
  ['readQdpx', () => io.readQdpx(archive({ '../x': 'x' })), ['压缩包内的文件“../x”：名称指向压缩包之外']],
  ['readQdpx', () => io.readQdpx(archive({ 'a.txt': 'x' })), ['压缩包内缺少project.qde']],
  [
    'readQdpx',
    () => io.readQdpx(archive({ 'a.txt': 'xxxxx' }), { maxBytes: 4 }),
    ['压缩包内的文件“a.txt”：解压后超过4字节（maxBytes）'],
  ],
  ['readQdpx', () => io.readQdpx(new Uint8Array([1, 2, 3])), ['不是可以读取的zip压缩包：不是zip数据']],
  [
    'readQdpx',
    () =>
      io.readQdpx(
        archive({
          'project.qde':
            '<Project><Sources><TextSource guid="t"><PlainTextContent>abc</PlainTextContent><PlainTextSelection guid="S1" startPosition="2" endPosition="1"/><PlainTextSelection guid="S2" startPosition="2"/><Coding guid="D"><CodeRef targetGUID="no"/></Coding></TextSource></Sources></Project>',
        }),
      ),
    [
      '编码“D”：没有guid为“no”的编码',
      '“PlainTextSelection.s1”：startPosition与endPosition应为由小到大的整数，实为“2”、“1”',
      '“PlainTextSelection.s2”：startPosition与endPosition应为由小到大的整数，实为“2”、空缺',
    ],
  ],
  [
    'tiesFromCodings',
    () =>
      io.tiesFromCodings(
        { codes: [], cases: [], segments: [], sources: [] },
        { layers: { 文案: 'trust' }, ties: { x: ['a', 'b'] } },
      ),
    [
      '对应规则“文案”：项目中没有叫这个名称的编码',
      '对应规则“x”：项目中没有叫这个名称的编码',
      '对应规则“ties.x”：没有个案是行动者“a”',
      '对应规则“ties.x”：没有个案是行动者“b”',
    ],
  ],
  [
    'createNetwork',
    () =>
      createNetwork({
        format: 'x',
        version: 2,
        nme: 1,
        attributes: 3,
        actors: [{ id: '' }, { id: 'a', kind: 'k', label: { fr: 'x' } }, { id: 'a', kind: 'k' }, 7],
        ties: [
          { source: 'a', target: 'a', power: 2, resources: -1, trust: 'x' },
          {
            source: 'a',
            target: 'z',
            evidence: [
              { kind: 'x', range: [1] },
              { kind: 'table', range: 1, at: 4 },
            ],
          },
          { source: 'a', target: 'z' },
        ],
      } as never),
    [
      '第1个行动者的id：应为非空的文字，实为“”',
      '第1个行动者的kind：应为文字，却没有给出',
      '第2个行动者的“label.fr”：没有这个字段',
      '第3个行动者的id：“a”已是第2个行动者的id',
      '第4个行动者：应为对象，实为7',
      '“attributes”：应为对象，实为3',
      '“format”：应为“guanxi”，实为“x”',
      '“nme”：没有这个字段',
      '第1条关系的power：应不大于1，实为2',
      '第1条关系的resources：应不小于0，实为-1',
      '第1条关系的target：关系须连接两个行动者，而两端都是“a”',
      '第1条关系的trust：应为有限的数值，实为“x”',
      '第2条关系第1条依据的kind：应为“table”、“section”、“quotation”、“coding”、“survey”、“assumed”之一，实为“x”',
      '第2条关系第1条依据的“range”：应至少2项，实为1项',
      '第2条关系第2条依据的“at”：应为文字，实为4',
      '第2条关系第2条依据的“range”：应为两个数值的数组，实为1',
      '第2条关系的target：没有id为“z”的行动者',
      '第3条关系：与第2条关系重复，都从“a”到“z”；请将两条并为一条',
      '第3条关系的target：没有id为“z”的行动者',
      '“version”：应为1，实为2',
    ],
  ],
  ['createNetwork', () => createNetwork(null as never), ['应为对象，实为null']],
  [
    'createNetwork',
    () => createNetwork({ actors: 'x' } as never),
    ['“actors”：应为数组，实为“x”', '“ties”：应为数组，却没有给出'],
  ],
  [
    'createNetwork',
    () => createNetwork({ actors: [{ id: 'a', kind: 'k', f: () => 1, label: 3 }], ties: [] } as never),
    [
      '第1个行动者的“f”：应为JSON可表示的值（标签须为文字或{ zh, en }），实为函数',
      '第1个行动者的label：应为JSON可表示的值（标签须为文字或{ zh, en }），实为3',
    ],
  ],
  [
    'options',
    () => io.readGexf('', { parallel: 'x' } as never),
    ['选项parallel应为refuse、sum、first、max之一，实为“x”'],
  ],
  [
    'options',
    () => io.readGexf('', { paralel: 'x' } as never),
    ['没有选项“paralel”；可用的有kind、kinds、rename、parallel、maxCharacters、maxDepth、maxActors、maxTies'],
  ],
  ['options', () => io.readSurvey('', {} as never), ['必须给出选项scale']],
  ['options', () => io.readGexf(7 as never), ['应为文字，实为数值']],
  ['options', () => io.readGexf('', { maxDepth: -1 } as never), ['选项maxDepth应为0到9007199254740991的整数，实为-1']],
]

/** What is said of the refusal of a read. */
function faultsOf(read: () => unknown): string[] {
  try {
    read()
  } catch (error) {
    return faultsInChinese(error as GuanxiError)
  }
  return ['was read']
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
  test.each(broken)('%s', (_, read, faults) => {
    expect(faultsOf(read)).toEqual(faults)
    for (const fault of faults) expect(fault).toSatisfy(isChinese)
  })
  test('a thousand faults are listed, and the others counted', () => {
    const faults = faultsOf(() => io.readEdgeList(`source,target,trust\n${'a,b,x\n'.repeat(1002)}`))
    expect(faults.length).toBe(1001)
    expect(faults.at(-1)).toMatch(/^另有\d+处错误未列出$/)
  })
  test('names are kept, whatever words they hold; what is not ours stays as it is', () => {
    const id = 'x, got "y" to ”z\n: cannot be written: '
    expect(
      faultsOf(() => io.readGraphology(JSON.stringify({ nodes: [], edges: [{ source: id, target: id }] })))[0],
    ).toBe('第1条边的source：没有id为“x, got \\"y\\" to ”z\\n: cannot be written: ”的行动者')
    expect(faultsOf(() => io.readJgf('{"graph":'))[0]).toMatch(/^不是JSON：\w/)
    expect(faultsInChinese(new GuanxiError('UNKNOWN_LAYER', 'asymmetry: something else'))).toEqual([
      'asymmetry: something else',
    ])
    const issues = [{ path: ['ties', 0], message: 'words of a parser' }]
    expect(faultsInChinese(new GuanxiError('INVALID_FILE', 'x', issues))).toEqual(['第1条关系：words of a parser'])
  })
  test('files that cannot be opened, and endings of no known format', () => {
    expect(
      [
        'readFileNetwork: a b/x.gexf: there is no such file',
        'none.json: there is no such file',
        'readFileNetwork: x.csv: not utf-8 text (option encoding, such as gb18030)',
        'readFileNetwork: the ending of a.docx is of no known format; known are gexf, net (option format)',
        'x.jsonl, line 3: not JSON: Unexpected token',
      ].map(message => faultsInChinese(new GuanxiError('INVALID_FILE', message))[0]),
    ).toEqual([
      '没有“a b/x.gexf”这个文件',
      '没有“none.json”这个文件',
      '“x.csv”不是utf-8编码的文字（选项encoding，如gb18030）',
      '“a.docx”的扩展名不是已知的格式；可用的有gexf、net（选项format）',
      '“x.jsonl”第3行不是JSON：Unexpected token',
    ])
  })
})
