import { layerLabel } from '../model/labels.ts'
import { inChinese, type Sentence } from './shared/chinese.ts'

/**
 * Losses in Chinese: what readers and writers say in `losses`, for people who read Chinese.
 *
 * Names from the file stay as they are. A sentence that is none of this library's is given back unchanged.
 *
 * @param losses - the English sentences of a reader or a writer.
 * @returns a sentence each, in the same order.
 *
 * @example
 * ```ts
 * import { lossesInChinese, readEdgeList } from 'guanxi/io'
 *
 * const { losses } = readEdgeList('source,target,trust\na,b,0.5\nb,b,1\n')
 * lossesInChinese(losses)[0] // => '略去1条指向自身的关系：关系须连接两个行动者'
 * ```
 */
export function lossesInChinese(losses: readonly string[]): string[] {
  return losses.map(loss => inChinese(loss, sentences) ?? loss)
}

/** What the library itself puts into a sentence; anything else is a name. */
const terms: Readonly<Record<string, string>> = {
  actor: '行动者',
  tie: '关系',
  node: '节点',
  edge: '边',
  'undirected edge': '无向边',
  'mutual edge': '双向边',
  'undirected connection': '无向连接',
  'mutual connection': '双向连接',
  sum: '求和',
  first: '取第一个',
  max: '取最大值',
  unknown: '未知',
  absent: '无关系',
  loops: '回路',
  maps: '地图',
  perspectives: '视角',
  views: '视图',
  notes: '备注',
  links: '链接',
  sets: '集合',
}
const term = (word: string) => terms[word] ?? word

/** An English sentence and its Chinese; the first that fits holds. */
const sentences: readonly Sentence[] = [
  // Of any format.
  [/^(\d+) self-ties? (?:was|were) left out: .*$/, n => `略去${n}条指向自身的关系：关系须连接两个行动者`],
  [
    /^(\d+) repeated ties? merged into the first between the same actors \((.*)\)$/,
    (n, how) => `${n}条重复的关系并入相同行动者之间的第一条（${term(how)}）`,
  ],
  [/^(\d+) (.+?)s? read as two ties each, one each way$/, (n, word) => `${n}条${term(word)}各读为来往两条关系`],
  [/^the name of the network is left out: it is no text$/, () => '略去网络名称：它不是文字'],
  [
    /^the file gives no kind for (\d+) actors?; they have the kind (.*) \(options kind, kinds\)$/s,
    (n, kind) => `文件未给出${n}个行动者的类型，其类型记为${kind}（选项kind、kinds）`,
  ],
  [
    /^the option kinds names (\d+) actors? whom the file does not hold: (.*)$/s,
    (n, ids) => `选项kinds中有${n}个行动者不在文件中：${ids}`,
  ],
  [
    /^the (actor|tie) attribute (.*) is left out: documents need the name for themselves$/s,
    (of, name) => `略去${term(of)}的属性${name}：该名称由文档自用`,
  ],
  [
    /^the actor attribute (.*) is left out: its name is taken by labels$/s,
    name => `略去行动者的属性${name}：该名称由标签占用`,
  ],
  [/^attributes of the network \((.*)\) are left out$/s, names => `略去网络的属性（${names}）`],
  [/^attributes of actors are left out: (.*)$/s, names => `略去行动者的属性：${names}`],
  [/^tie attributes that are not numbers are left out: (.*)$/s, names => `略去关系的非数值属性：${names}`],
  [/^tie attributes are left out: (.*)$/s, names => `略去关系的属性：${names}`],
  [/^evidence of ties is left out$/, () => '略去关系的依据'],
  [/^labels are kept in one language \((.*)\)$/, lang => `标签只保留一种语言（${lang}）`],
  [
    /^control characters in (\d+) texts: XML cannot hold them; written as U\+FFFD$/,
    n => `${n}处文字含有控制字符：XML无法容纳，写作U+FFFD`,
  ],
  [/^(.*) holds NaN or infinity, which is read as unknown$/s, name => `${name}含有NaN或无穷大，读为未知`],
  [
    /^(.*) holds whole numbers beyond 2⁵³, which lose their last digits$/s,
    name => `${name}含有超过2⁵³的整数，末几位有损失`,
  ],
  [/^an evidence column that is not JSON is read as quotations$/, () => '不是JSON的依据列读为引文'],
  [
    /^the (node|edge) attribute (.*) is not declared; its values are kept as text$/s,
    (of, name) => `${term(of)}的属性${name}未作声明，其值按文字保留`,
  ],
  // GEXF and GraphML.
  [
    /^several values over time of the (node|edge) attribute (.*): the first is kept$/s,
    (of, name) => `${term(of)}的属性${name}随时间有多个值：保留第一个`,
  ],
  [/^times of (\d+) (node|edge)s? are left out$/, (n, of) => `略去${n}${of === 'node' ? '个节点' : '条边'}的时间`],
  [/^times \(spells\) are left out$/, () => '略去时间（spells）'],
  [/^(\d+) nodes? within another: the grouping is left out$/, n => `${n}个节点位于另一节点之内：略去这一分组`],
  [/^(\d+) nodes? with a parent: the grouping is left out$/, n => `${n}个节点有上级节点：略去这一分组`],
  [/^pictures \(viz\) are left out: .*$/, () => '略去图形（viz）：颜色、位置、大小、形状'],
  [/^(\d+) nested graphs? flattened: its grouping is left out$/, n => `${n}个嵌套的图已展平：略去其分组`],
  [/^edgedefault is not given; edges are read as directed$/, () => '未给出edgedefault，边按有向读取'],
  [/^ports are left out$/, () => '略去端口（port）'],
  [/^data outside of the graph are left out$/, () => '略去图以外的数据'],
  [
    /^the drawing \(colours, places, shapes\) is left out, except labels$/,
    () => '略去绘图信息（颜色、位置、形状），标签除外',
  ],
  [/^the key (.*) is not declared; its data are kept as text$/s, name => `键${name}未作声明，其数据按文字保留`],
  // Pajek and DL.
  [/^(\d+) repeated arcs? merged \((.*)\)$/, (n, how) => `${n}条重复的弧已合并（${term(how)}）`],
  [/^(\d+) repeated pairs? merged \((.*)\)$/, (n, how) => `${n}个重复的配对已合并（${term(how)}）`],
  [/^repeated arcs of (.*) are merged \((.*)\)$/s, (name, how) => `${name}中重复的弧已合并（${term(how)}）`],
  [
    /^the two parts of a two-mode network are read as actors of one kind$/,
    () => '二模网络的两部分读为同一类型的行动者',
  ],
  [/^the section \*(.*) is left out$/s, name => `略去*${name}一节`],
  [/^places, shapes and other drawing of vertices are left out$/, () => '略去顶点的位置、形状等绘图信息'],
  [/^times, labels and drawing of arcs are left out$/, () => '略去弧的时间、标签与绘图信息'],
  [/^(\d+) labels? (?:is|are) repeated; the vertex number is put behind$/, n => `${n}个标签重复，已在其后加上顶点编号`],
  [
    /^(.*) is written as (.*): (Pajek|DL) cannot hold it$/s,
    (text, held, format) => `${text}写作${held}：${format}无法容纳原文`,
  ],
  [
    /^(.*) is a partition of numbers in (.*); what they stand for is in classes$/s,
    (name, file) => `${name}在${file}中写成数字分组，各数字的含义见classes`,
  ],
  [/^the title is left out$/, () => '略去标题'],
  [
    /^a half matrix holds undirected ties, read as two ties each, one each way$/,
    () => '半矩阵表示无向关系，各读为来往两条关系',
  ],
  [/^UCINET cuts labels after 18 characters$/, () => 'UCINET只保留标签的前18个字符'],
  [
    /^labels that differ in capitals only are one and the same to UCINET$/,
    () => '只有大小写不同的标签，UCINET视为同一个',
  ],
  // Tables and surveys.
  [
    /^(\d+) pairs? blank in the tables \(elsewhere zero\) read as no tie$/,
    n => `${n}对行动者在各表中为空（其余为零），读为无关系`,
  ],
  [
    /^(\d+) ties? that (?:is|are) zero on every layer cannot be told from no tie$/,
    n => `${n}条在各维度上均为零的关系无法与无关系相区别`,
  ],
  [/^the id (.*) loses the spaces at its ends when it is read back$/s, id => `编号${id}两端的空格在读回时会丢失`],
  [/^the attribute (.*) is left out: a column cannot have this title$/s, name => `略去属性${name}：列不能用这个标题`],
  [/^columns that are no item of a layer are left out: (.*)$/s, names => `略去不属于任何维度题项的列：${names}`],
  [
    /^the column (.*) is no item of a layer about somebody; left out$/s,
    name => `略去列${name}：它不是某一维度针对某人的题项`,
  ],
  [
    /^(\d+) ratings? of (.*) lacks? answers; none is unknown$/s,
    (n, layer) => `${layerLabel(layer, 'zh')}有${n}个评分缺少部分回答，但均可计算`,
  ],
  [
    /^(\d+) ratings? of (.*) lacks? answers; (\d+) of them with fewer than (\d+), and unknown$/s,
    (n, layer, unknown, least) =>
      `${layerLabel(layer, 'zh')}有${n}个评分缺少部分回答；其中${unknown}个的回答少于${least}项，记为未知`,
  ],
  [
    /^(\d+) actors? did not answer \((.*)\); their ties are (unknown|absent)$/s,
    (n, ids, ties) => `${n}个行动者未作答（${ids}），其关系记为${term(ties)}`,
  ],
  // Coded material.
  [/^texts of (\d+) sources? lie outside of the archive$/, n => `${n}份材料的文本不在压缩包内`],
  [/^(\d+) segments? reach beyond the end of the text; cut there$/, n => `${n}个片段超出文本末尾，已在末尾截断`],
  [/^sources of the type (.*) are left out$/s, type => `略去类型为${type}的材料`],
  [/^(notes|links|sets) of the project are left out$/, part => `略去项目中的${term(part)}`],
  [
    /^(\d+) segments? counted but not kept as evidence \(option evidence\)$/,
    n => `${n}个片段计入数值，但未保留为依据（选项evidence）`,
  ],
  [
    /^(\d+) codings? of codes without a layer in the mapping left out$/,
    n => `略去${n}处编码：对应规则未给出其关系维度`,
  ],
  [
    /^(\d+) codings? in segments that speak of fewer than two cases left out$/,
    n => `略去${n}处编码：所在片段涉及的个案少于两个`,
  ],
  [/^sets of codes are left out$/, () => '略去编码的集合'],
  [/^codes whose parent is not among the codes stand at the top$/, () => '上级编码不在其中的编码置于顶层'],
  [/^codes that are above themselves are left out$/, () => '略去以自身为上级的编码'],
  [
    /^the values of ties stand in the names of the edges: the format has no weights$/,
    () => '关系的数值写在边的名称中：该格式没有权重',
  ],
  // JSON and DOT.
  [/^positions are left out$/, () => '略去位置'],
  [/^groups \(parent\) are left out$/, () => '略去分组（parent）'],
  [
    /^the attribute (.*) is left out: (Cytoscape|Kumu) needs the name for itself$/s,
    (name, format) => `略去属性${name}：该名称由${format}自用`,
  ],
  [/^(loops|maps|perspectives|views) are left out$/, part => `略去${term(part)}`],
  [
    /^only graph (\d+) of (\d+) is read \(option graph\)$/,
    (at, all) => `${all}个图中只读取编号为${at}的图（选项graph）`,
  ],
  [
    /^the field (.*) of (node|edge)s is left out: it is not of the format$/s,
    (name, of) => `略去${term(of)}的字段${name}：该格式没有这一字段`,
  ],
  [/^NUL characters in (\d+) texts? are left out$/, n => `略去${n}处文字中的空字符（NUL）`],
  [/^the attribute (.*) is left out where it is a list or an object$/s, name => `属性${name}为列表或对象时略去`],
  [/^the actor attribute (.*) is left out$/s, name => `略去行动者的属性${name}`],
]
