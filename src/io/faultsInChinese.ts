import type { GuanxiError } from '../model/errors.ts'
import { inChinese, type Sentence } from './shared/chinese.ts'
import { placeInChinese, spokenPlaceInChinese } from './shared/placeInChinese.ts'

/**
 * Faults in Chinese: what an error says that a reader, a writer or `createNetwork` throws, for people who read Chinese.
 *
 * Names from the file stay as they are. A sentence that is none of this library's, such as a JSON parser's own, is given back unchanged.
 *
 * @param error - what was thrown.
 * @returns a sentence for each of the error's issues, beginning with its place in the file; for an error without issues, its message.
 *
 * @example
 * ```ts
 * import { GuanxiError } from 'guanxi'
 * import { faultsInChinese, readEdgeList } from 'guanxi/io'
 *
 * let faults: string[] = []
 * try {
 *   readEdgeList('source,target,trust\na,b,0.5\nb,a,1.5\n')
 * } catch (error) {
 *   if (error instanceof GuanxiError) faults = faultsInChinese(error)
 * }
 * faults // => ['第3行的trust：应为0到1的数值或空缺，实为1.5']
 * ```
 */
export function faultsInChinese(error: GuanxiError): string[] {
  if (error.issues.length === 0) {
    const say = (message: string) => inChinese(message, files) ?? inChinese(message, sentences)
    // The name of the function that a message begins with says nothing to whoever reads Chinese.
    return [say(error.message.replace(/^[A-Za-z]\w*: /, '')) ?? say(error.message) ?? error.message]
  }
  return error.issues.map(({ path, message }) => {
    const place = placeInChinese(path)
    return `${place && `${place}：`}${inChinese(message, sentences) ?? message}`
  })
}

/** What was expected, as messages call it; anything else stays as it is. */
const expectations: readonly Sentence[] = [
  [/^a number$/, () => '数值'],
  [/^a finite number$/, () => '有限的数值'],
  [/^an? (?:whole number|integer)$/, () => '整数'],
  [/^a number from (\S+) to (\S+)$/, (low, high) => `${low}到${high}的数值`],
  [/^a number from (\S+)$/, low => `不小于${low}的数值`],
  [/^a whole number from (\S+) to (\S+)$/, (low, high) => `${low}到${high}的整数`],
  [/^(\S+) to (\S+)$/, (low, high) => `${low}到${high}的数值`],
  [/^at least (\S+)$/, least => `不小于${least}`],
  [/^at most (\S+)$/, most => `不大于${most}`],
  [/^(?:a )?text$/, () => '文字'],
  [/^a non-empty text$/, () => '非空的文字'],
  [/^boolean$/, () => 'true或false'],
  [/^an array$/, () => '数组'],
  [/^tuple$/, () => '两个数值的数组'],
  [/^an object$|^record$/, () => '对象'],
  [/^JSON$/, () => 'JSON'],
  [/^a function$/, () => '函数'],
  [/^an AbortSignal$/, () => 'AbortSignal'],
  [/^an array of texts$/, () => '文字的数组'],
  [/^an array of arcs$/, () => '弧的数组'],
  [/^an array of objects with id$/, () => '带有id的对象的数组'],
  [/^lists of arcs by name$/, () => '按名称列出的弧的数组'],
  [/^a list of two actors or more$/, () => '至少两个行动者的数组'],
  [/^an object of options$/, () => '选项的对象'],
  [/^an object of texts$/, () => '值为文字的对象'],
  [/^an object of labels$/, () => '值为标签的对象'],
  [/^an object of lists of items$/, () => '值为题项数组的对象'],
  [/^an object of pairs of ids$/, () => '值为成对id的对象'],
  [/^\[lowest, highest\]$/, () => '[最低分, 最高分]'],
  [/^a value that JSON can hold .*$/, () => 'JSON可表示的值（标签须为文字或{ zh, en }）'],
  [/^a graphology DirectedGraph$/, () => 'graphology的DirectedGraph'],
  [/^class node or edge$/, () => 'node或edge（class）'],
  [/^source, target and value$/, () => '起点、终点与数值三项'],
  [/^the number of vertices$/, () => '顶点数'],
  [/^a keyword of DL$/, () => 'DL的关键词'],
  [/^(\S+) as a whole number$/, name => `${name}为整数`],
  [/^a vertex from 1 to (-?\d+)$/, most => `1到${most}的顶点编号`],
  [/^an actor, by label or number from 1 to (\d+)$/, most => `行动者的标签，或1到${most}的编号`],
  [/^(\d+) cells as in the header$/, count => `与标题行一样的${count}个单元格`],
  [/^(\d+) (cells|values|rows|labels|matrix labels|matrices)$/, (count, what) => `${count}${countables[what]}`],
  [/^(\d+) rows in the matrix$/, count => `矩阵有${count}行`],
  [/^(\d+) to (\d+) matrices$/, (low, high) => `${low}到${high}个矩阵`],
  [/^at most (\d+) (characters|actors|vertices|cells)\b.*$/, (most, what) => `至多${most}${countables[what]}`],
  // The values that a field of a document can have.
  [
    /^((?:"[^"]*"|\d+)(?: or (?:"[^"]*"|\d+))+)$/,
    names => `${names.replaceAll(' or ', '、').replace(/"([^"]*)"/g, '“$1”')}之一`,
  ],
  [/^one of (.*)$/s, names => `${names.replaceAll(', ', '、')}之一`],
  [/^(\S+(?:, \S+)*) or (\S+)$/, (some, last) => `${some.replaceAll(', ', '、')}或${last}`],
]

const countables: Readonly<Record<string, string>> = {
  cells: '个单元格',
  values: '个值',
  rows: '行',
  labels: '个标签',
  'matrix labels': '个矩阵标签',
  matrices: '个矩阵',
  characters: '个字符',
  actors: '个行动者',
  vertices: '个顶点',
}

/** What ought to be there: 应为数值, 应不大于1. */
const ought = (words: string): string => {
  const wanted = expected(words)
  return `应${/^(?:不.于\S*\d$|至多|矩阵有)/.test(wanted) ? '' : '为'}${wanted}`
}

const expected = (words: string): string => {
  const orNothing = /^(.*) or nothing$/s.exec(words)
  return orNothing ? `${expected(orNothing[1]!)}或空缺` : (inChinese(words, expectations) ?? words)
}

/** What came instead. */
const values: readonly Sentence[] = [
  [/^an array of (\d+)$/, count => `${count}项的数组`],
  [/^(?:an )?object$/, () => '对象'],
  [/^(?:a )?function$/, () => '函数'],
  [/^number$/, () => '数值'],
  [/^boolean$/, () => '真假值'],
  [/^an empty text$/, () => '空文字'],
  [/^Infinity$/, () => '无穷大'],
  [/^-Infinity$/, () => '负无穷大'],
  [/^more$/, () => '更多'],
  [/^(\d+) words$/, count => `${count}项`],
  [/^(\d+) bytes$/, count => `${count}字节`],
  [/^(?:undefined|nothing)$/, () => '空缺'],
  [
    /^("(?:[^"\\]|\\.)*"…?|undefined), ("(?:[^"\\]|\\.)*"…?|undefined)$/,
    (first, second) => `${value(first)}、${value(second)}`,
  ],
]

const value = (words: string): string => inChinese(words, values) ?? words

/** Of XML's and of archives' readers: their own words, as far as they are a few. */
const parsers: readonly Sentence[] = [
  [/^unclosed tag$/, () => '标签没有结束'],
  [/^unclosed cdata$/, () => 'CDATA没有结束'],
  [/^unclosed comment$/, () => '注释没有结束'],
  [/^unclosed question$/, () => '处理指令没有结束'],
  [/^unexpected end of file$/, () => '文件意外结束'],
  [/^missing start tag$/, () => '缺少起始标签'],
  [/^missing open tag$/, () => '结束标签没有对应的起始标签'],
  [/^closing tag mismatch$/, () => '起始标签与结束标签不匹配'],
  [/^close tag$/, () => '结束标签有误'],
  [/^illegal first char nodeName$/, () => '元素名的首字符不合规定'],
  [/^invalid nodeName$/, () => '元素名不合规定'],
  [/^illegal first char attribute name$/, () => '属性名的首字符不合规定'],
  [/^illegal attribute name char$/, () => '属性名含有不合规定的字符'],
  [/^missing attribute value$/, () => '属性没有值'],
  [/^attribute value quote missmatch$/, () => '属性值的引号不匹配'],
  [/^missing attribute value quotes$/, () => '属性值缺少引号'],
  [/^missing closing quotes$/, () => '属性值的引号没有结束'],
  [/^illegal character after attribute end$/, () => '属性之后有不合规定的字符'],
  [/^attribute <(.*)> already defined$/s, name => `属性“${name}”重复`],
  [/^non-whitespace outside of root node$/, () => '根元素之外有文字'],
  [/^unexpected EOF$/, () => '数据意外结束'],
  [/^invalid zip data$/, () => '不是zip数据'],
  [/^(?:invalid block type|invalid length\/literal|invalid distance)$/, () => '压缩数据已损坏'],
  [/^unknown compression type (\d+)$/, type => `不支持的压缩方式${type}`],
]

const parser = (words: string): string => inChinese(words, parsers) ?? words

/** Of files as a whole, which only messages without issues speak of: in an issue, such words can only be part of a name. */
const files: readonly Sentence[] = [
  [/^(.*): there is no such file$/s, path => `没有“${path}”这个文件`],
  [/^(.*): expected a file, got a folder$/s, path => `“${path}”是文件夹，不是文件`],
  [/^(.*): not allowed to read it$/s, path => `没有读取“${path}”的权限`],
  [
    /^(.*): not (\S+) text \(option encoding, such as gb18030\)$/s,
    (path, encoding) => `“${path}”不是${encoding}编码的文字（选项encoding，如gb18030）`,
  ],
  [
    /^(.*): expected at most (\d+) characters \(maxCharacters\), got (\d+) bytes$/s,
    (path, most, size) => `“${path}”应至多${most}个字符（maxCharacters），实为${size}字节`,
  ],
  [/^(.*): cannot be written: (.*)$/s, (path, why) => `无法写出“${path}”：${why}`],
  [
    /^(.*) cannot be (read as a network|written): (.*); known are (.*)$/s,
    (format, use, path, known) =>
      `${format}不能${use === 'written' ? '写出' : '读为网络'}：“${path}”；可用的扩展名有${listed(known)}`,
  ],
  [
    /^the ending of (.*) is of no known format; known are (.*) \(option format\)$/s,
    (path, known) => `“${path}”的扩展名不是已知的格式；可用的有${listed(known)}（选项format）`,
  ],
  [/^(.*), line (\d+): not JSON: (.*)$/s, (path, line, why) => `“${path}”第${line}行不是JSON：${why}`],
  [/^(.*): not JSON: (.*)$/s, (path, why) => `“${path}”不是JSON：${why}`],
  [
    /^(.*): expected the result of an ensemble, got (.*)$/s,
    (path, got) => `“${path}”应为情景集的结果，实为${value(got)}`,
  ],
  [/^expected encoding to be one that is known, got (.*)$/s, encoding => `不认识编码“${encoding}”（选项encoding）`],
]

/** An English sentence and its Chinese; the first that fits holds. */
const sentences: readonly Sentence[] = [
  [/^(\d+) more faults are not listed$/, count => `另有${count}处错误未列出`],
  // Texts, archives and the caps of readers.
  [/^not JSON: (.*)$/s, why => `不是JSON：${why}`],
  [/^not well-formed XML: (.*)$/s, why => `XML格式有误：${parser(why)}`],
  [/^not a zip archive that can be read: (.*)$/s, why => `不是可以读取的zip压缩包：${parser(why)}`],
  [/^not a workbook that can be read: (.*)$/s, why => `不是可以读取的工作簿：${parser(why)}`],
  [/^not UTF-8 text$/, () => '不是UTF-8编码的文字'],
  [
    /^expected at most (\d+) characters \(maxCharacters\), got (\d+)$/,
    (most, count) => `应至多${most}个字符（maxCharacters），实为${count}个`,
  ],
  [/^more than (\d+) actors \(maxActors\)$/, most => `行动者多于${most}个（maxActors）`],
  [/^more than (\d+) ties \(maxTies\)$/, most => `关系多于${most}条（maxTies）`],
  [/^more than (\d+) arcs \(maxTies\)$/, most => `弧多于${most}条（maxTies）`],
  [/^more than (\d+) elements within each other \(maxDepth\)$/, most => `元素嵌套超过${most}层（maxDepth）`],
  [
    /^more than (\d+) arrays or objects within each other \(maxDepth\)$/,
    most => `数组或对象嵌套超过${most}层（maxDepth）`,
  ],
  [/^more than (\d+) entries \(maxEntries\)$/, most => `压缩包内的文件多于${most}个（maxEntries）`],
  [/^more than (\d+) bytes when unpacked \(maxBytes\)$/, most => `解压后超过${most}字节（maxBytes）`],
  [/^unpacks to more than (\d+) times its size \(maxRatio\)$/, most => `解压后超过原大小的${most}倍（maxRatio）`],
  [/^a name that leads out of the archive$/, () => '名称指向压缩包之外'],
  [/^two entries have this name$/, () => '压缩包内有两个同名文件'],
  [/^the entry is damaged: its size is not as said$/, () => '文件已损坏：大小与所记不符'],
  [/^expected bytes \(a Uint8Array\)$/, () => '应为字节数据（Uint8Array）'],
  [/^expected an Excel workbook \(\.xlsx\)$/, () => '应为Excel工作簿（.xlsx）'],
  [/^no such cell: (.*)$/s, cell => `没有这个单元格：${cell}`],
  [
    /^expected at most (\d+) cells, the sheet reaches to (.*)$/s,
    (most, cell) => `应至多${most}个单元格，工作表却达到${cell}`,
  ],
  [
    /^expected the package (.*), which is not installed; add it with npm install .*$/,
    name => `需要程序包${name}，而它没有安装；请运行npm install ${name}`,
  ],
  // Actors, ties and attributes, of any format and of documents.
  [/^expected an id, got an empty text$/, () => '缺少id'],
  [/^the actor (.*) stands already at (.*)$/s, (id, at) => `行动者${id}已在${spokenPlaceInChinese(at)}出现`],
  [/^(.*) is already the id of actors\[(\d+)\]$/s, (id, at) => `${id}已是第${Number(at) + 1}个行动者的id`],
  [/^expected the id of an actor, got nothing$/, () => '缺少行动者的id'],
  [/^no actor has the id (.*)$/s, id => `没有id为${id}的行动者`],
  [/^an actor with ties cannot have the id (.*)$/s, id => `有关系的行动者不能以${id}为id`],
  [/^a tie joins two actors, but both ends are (.*)$/s, id => `关系须连接两个行动者，而两端都是${id}`],
  [
    /^repeats ties\[(\d+)\] from ("(?:[^"\\]|\\.)*"…?) to (.*); merge the two into one$/s,
    (first, from, to) => `与第${Number(first) + 1}条关系重复，都从${from}到${to}；请将两条并为一条`,
  ],
  [
    /^repeats the (tie|arc) from ("(?:[^"\\]|\\.)*"…?|\d+) to (.*); the option parallel says how to merge(?: them)?$/s,
    (of, from, to) => `重复了从${from}到${to}的${of === 'tie' ? '关系' : '弧'}；选项parallel可指定如何合并`,
  ],
  [/^repeats a pair; the option parallel says how to merge$/, () => '配对重复；选项parallel可指定如何合并'],
  [/^no such field here$/, () => '没有这个字段'],
  [/^an attribute cannot have this name(?:: __proto__)?$/, () => '属性不能用这个名称（__proto__）'],
  [/^a number too large to hold$/, () => '数值过大，无法容纳'],
  // GEXF, GraphML and REFI-QDA.
  [/^a document type with declarations \(entities\) is refused$/, () => '不接受带有声明（实体）的文档类型（DOCTYPE）'],
  [
    /^an entity other than amp, lt, gt, quot, apos or a number$/,
    () => '只接受实体amp、lt、gt、quot、apos与数字实体，文件中有其他实体',
  ],
  [/^a second root element$/, () => '有第二个根元素'],
  [/^expected the root element (\S+)$/, root => `根元素应为${root}`],
  [/^expected XML with the root element (\S+)$/, root => `应为根元素是${root}的XML`],
  [/^more than one graph in the file$/, () => '文件中有不止一个图'],
  [/^expected a graph element$/, () => '缺少graph元素'],
  [/^an attribute without id$/, () => '属性声明缺少id'],
  [/^an attribute is declared twice$/, () => '属性重复声明'],
  [/^expected for and value, inside a node or an edge$/, () => '应在节点或边之内，并有for与value'],
  [/^a key without id$/, () => '键缺少id'],
  [/^a key is declared twice$/, () => '键重复声明'],
  [/^unknown: (.*)$/s, scope => `不认识${scope}`],
  [/^data without a key$/, () => '数据没有指明键'],
  [/^the key has data twice$/, () => '同一个键有两份数据'],
  [
    /^a hyperedge joins more than two nodes; ties cannot hold it$/,
    () => '超边（hyperedge）连接两个以上的节点，关系无法容纳',
  ],
  [/^expected project\.qde in the archive$/, () => '压缩包内缺少project.qde'],
  [/^a code without guid$/, () => '编码缺少guid'],
  [/^two codes have the guid (.*)$/s, guid => `两个编码的guid同为“${guid}”`],
  [/^no code has the guid (.*)$/s, guid => `没有guid为${guid}的编码`],
  [/^no code of the project has this name$/, () => '项目中没有叫这个名称的编码'],
  [/^no case is the actor (.*)$/s, id => `没有个案是行动者${id}`],
  [
    /^expected startPosition and endPosition in order, got (.*)$/s,
    got => `startPosition与endPosition应为由小到大的整数，实为${value(got)}`,
  ],
  // Pajek and DL.
  [/^expected \*Vertices$/, () => '缺少*Vertices'],
  [/^\*Vertices must come first$/, () => '*Vertices应在最前'],
  [/^a second list of vertices: .*$/, () => '有第二个顶点列表：文件含有不止一个网络'],
  [/^vertex (\d+) stands twice$/, vertex => `顶点${vertex}出现两次`],
  [/^expected DL as the first word$/, () => '第一个词应为DL'],
  [/^expected N before the labels$/, () => '标签之前应有N'],
  [/^expected data:$/, () => '缺少data:'],
  [/^rows and columns differ in number: .*$/, () => '行数与列数不同：二模数据不是关系'],
  [/^row and column labels differ: .*$/, () => '行标签与列标签不同：二模数据不是关系'],
  [/^the format (.*) is not known$/s, format => `不认识格式${value(format)}`],
  [/^the label (.*) stands twice$/s, label => `标签${label}出现两次`],
  [/^two matrices are called (.*)$/s, name => `两个矩阵都叫${name}`],
  [
    /^the data end in matrix (\d+), row (\d+), column (\d+)$/,
    (matrix, row, column) => `数据在第${matrix}个矩阵第${row}行第${column}列处中断`,
  ],
  [/^data go on after the last matrix: (.*)$/s, word => `最后一个矩阵之后还有数据：${word}`],
  // Tables and surveys.
  [/^a quotation mark is never closed$/, () => '引号没有结束'],
  [/^the table has no header$/, () => '表格没有标题行'],
  [/^the header holds (.*) twice$/s, title => `标题行中${title}出现两次`],
  [
    /^no column ("(?:[^"\\]|\\.)*"…?) for (\S+); the header holds (.*)$/s,
    (title, name, titles) => `缺少列${title}，无从读出${column(name)}；标题行有${titles}`,
  ],
  [/^no column ("(?:[^"\\]|\\.)*"…?); the header holds (.*)$/s, (title, titles) => `缺少列${title}；标题行有${titles}`],
  [
    /^no column for (\S+); the header holds (.*) \(option columns\)$/s,
    (name, titles) => `缺少${column(name)}一列；标题行有${titles}（选项columns）`,
  ],
  [/^no column for id \(option actorColumns\)$/, () => '缺少id一列（选项actorColumns）'],
  [/^expected texts by file name, at least one$/, () => '应按文件名给出至少一份文字'],
  [/^two files for the layer (.*)$/s, layer => `关系维度${layer}有两个文件`],
  [/^the actors differ from those of (.*)$/s, file => `行动者与“${file}”中的不同`],
  [/^no column for the actor (.*)$/s, id => `行动者${id}没有对应的列`],
  [/^a second row (?:for|of) (.*)$/s, id => `${id}有第二行`],
  [/^a second column (.*)$/s, title => `有第二个列${title}`],
  [/^(.*) is not in the roster$/s, id => `${id}不在名单（选项roster）中`],
  [
    /^("(?:[^"\\]|\\.)*"…?) rates (.*) a second time; the option parallel says how to merge$/s,
    (from, to) => `${from}第二次评价${to}；选项parallel可指定如何合并`,
  ],
  [/^nobody is named as respondent$/, () => '没有写明填写人'],
  [/^the row says not about whom$/, () => '没有写明评价对象'],
  // JSON.
  [
    /^expected elements: an array, or an object with nodes and edges$/,
    () => 'elements应为数组，或含有nodes与edges的对象',
  ],
  [
    /^expected an object with nodes and edges, as graph\.export\(\) gives it$/,
    () => '应为含有nodes与edges的对象，即graph.export()的结果',
  ],
  [/^several elements are called (.*); connect them by id$/s, name => `多个元素都叫${name}；请以id连接`],
  [
    /^expected \[source, target, weight\] with a finite weight$/,
    () => '应为[source, target, weight]，且权重为有限的数值',
  ],
  // Options and arguments.
  [
    /^no option (.*); known are (.*)$/s,
    (name, known) => `没有选项${name}；可用的有${known === 'none' ? '：无' : listed(known)}`,
  ],
  [/^option (\S+) is required$/, name => `必须给出选项${name}`],
  [/^expected different names, got (.*) twice$/s, name => `名称应各不相同，${name}出现两次`],
  [
    /^expected two lists of the same length, got (.*) and (.*)$/,
    (first, second) => `应为两个同样长的数组，实为${value(first)}项与${value(second)}项`,
  ],
  [
    /^expected two coders or more with a value for each unit, got lists of (.*)$/,
    lengths => `应有至少两名编码者，每个单位各有一值，实为长${lengths.replaceAll(', ', '、')}的数组`,
  ],
  [/^expected kind to be a text, got (.*)$/s, got => `类型（kind）应为文字，实为${value(got)}`],
  [/^expected (\S+) to be (.+?), got (.*)$/s, (name, wanted, got) => `选项${name}${ought(wanted)}，实为${value(got)}`],
  // What was expected, and what came.
  [
    /^expected at (least|most) (\d+), got an array of (\d+)$/,
    (which, bound, count) => `应至${which === 'least' ? '少' : '多'}${bound}项，实为${count}项`,
  ],
  [/^expected (.+?)[,;] got (?:undefined|nothing)$/s, wanted => `${ought(wanted)}，却没有给出`],
  [/^expected (.+?)[,;] got (.*)$/s, (wanted, got) => `${ought(wanted)}，实为${value(got)}`],
]

const listed = (names: string) => names.replaceAll(', ', '、')

/** What a column that a table needs holds; its English title stays beside it. */
const columns: Readonly<Record<string, string>> = {
  source: '起点',
  target: '终点',
  respondent: '填写人',
  about: '评价对象',
}

const column = (name: string) => (columns[name] ? `${columns[name]}（${name}）` : name)
