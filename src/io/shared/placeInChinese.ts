import type { Issue } from '../../model/errors.ts'

/** Parts of a place that are counted, with the number of the first. */
const counted: Readonly<Record<string, readonly [first: 0 | 1, measure: string]>> = {
  line: [1, '行'],
  column: [1, '列'],
  row: [1, '行数据'],
  matrix: [1, '个矩阵'],
  vertex: [1, '个顶点'],
  actors: [0, '个行动者'],
  ties: [0, '条关系'],
  tie: [0, '条关系'],
  nodes: [0, '个节点'],
  node: [0, '个节点'],
  edges: [0, '条边'],
  edge: [0, '条边'],
  elements: [0, '个元素'],
  connections: [0, '个连接'],
  graphs: [0, '个图'],
  labels: [0, '个标签'],
  evidence: [0, '条依据'],
  case: [0, '个个案'],
  Code: [0, '个编码'],
}

/** Parts of a place that have a name behind them. */
const named: Readonly<Record<string, string>> = {
  entry: '压缩包内的文件',
  key: '键',
  Coding: '编码',
  mapping: '对应规则',
  network: '网络的属性',
}

/** Fields of the formats themselves: these are not in quotes. */
const fields =
  /^(?:id|kind|label|source|target|from|to|type|directed|data|power|resources|trust|weight|evidence|attvalue)$/

/** `['ties', 0, 'power']` as 第1条关系的power; the file as a whole has no place. */
export function placeInChinese(path: Issue['path']): string {
  const parts: string[] = []
  let wasCounted = true
  const add = (text: string, isCounted: boolean) => {
    parts.push(parts.length === 0 || (wasCounted && isCounted) ? text : `的${text}`)
    wasCounted = isCounted
  }
  for (let k = 0; k < path.length; k++) {
    const [step, next] = [path[k]!, path[k + 1]]
    if (typeof step === 'number') {
      add(`第${step + 1}项`, true)
      continue
    }
    const known = typeof next === 'number' && Object.hasOwn(counted, step) ? counted[step] : undefined
    if (known) {
      add(`第${(next as number) + 1 - known[0]}${known[1]}`, true)
      k++
    } else if (k === 0 && step === 'actors' && next === 'line') add('行动者表', true)
    else {
      // Names below each other, as far as nothing that is counted comes between.
      let end = k + 1
      while (
        typeof path[end] === 'string' &&
        !(typeof path[end + 1] === 'number' && Object.hasOwn(counted, path[end]!))
      )
        end++
      const names = path.slice(k, end) as string[]
      const of = k === 0 && names.length > 1 && Object.hasOwn(named, step) ? named[step]! : ''
      const name = (of ? names.slice(1) : names).join('.')
      add(fields.test(name) && !of ? name : `${of}“${name}”`, false)
      k = end - 1
    }
  }
  return parts.join('')
}

/** A place that stands in a message, as `line 3` or `graph nodes 0`. */
export function spokenPlaceInChinese(words: string): string {
  const steps: (string | number)[] = []
  let rest = words
  for (let found = last(rest); found; found = last(rest)) {
    steps.unshift(found[2]!, Number(found[3]))
    rest = found[1] ?? ''
  }
  return placeInChinese(rest === '' ? steps : [rest, ...steps])
}

function last(words: string): RegExpExecArray | null {
  const found = /^(?:(.*) )?(\S+) (\d+)$/s.exec(words)
  return found && Object.hasOwn(counted, found[2]!) ? found : null
}
