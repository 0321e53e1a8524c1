import type { Lang } from '../model/labels.ts'
import type { TieChange } from './types.ts'

/** Words of pictures, in both languages; terms as in the glossary. */
export interface ViewWords {
  readonly layerTitle: (layer: string) => string
  readonly allTitle: string
  readonly describe: (title: string, actors: number, ties: number) => string
  readonly tie: (source: string, target: string, values: string) => string
  readonly value: (layer: string, value: string) => string
  readonly between: string
  readonly unknown: string
  readonly width: string
  readonly leading: string
  readonly size: (direction: 'in' | 'out', layer: string) => string
  readonly measured: string
  readonly before: string
  readonly after: string
  readonly difference: string
  readonly change: Readonly<Record<TieChange, string>>
  readonly changed: string
}

const en: ViewWords = {
  layerTitle: layer =>
    ({
      power: 'Power: who has a say over whom',
      resources: 'Resources: who provides for whom',
      trust: 'Trust: who trusts whom',
    })[layer] ?? layer,
  allTitle: 'Relationship network',
  describe: (title, actors, ties) =>
    `${title}. ${actors} ${actors === 1 ? 'actor' : 'actors'}, ${ties} ${ties === 1 ? 'tie' : 'ties'}; each direction of a tie is an arrow of its own.`,
  tie: (source, target, values) => `${source} → ${target}: ${values}`,
  value: (layer, value) => `${layer} ${value}`,
  between: ', ',
  unknown: 'unknown',
  width: 'The thicker, the more',
  leading: 'An arrow shows the layer that is strongest on its tie',
  size: (direction, layer) =>
    ({
      power: 'Size of actor: power held',
      resources: 'Size of actor: resources given',
      trust: 'Size of actor: trust received',
    })[layer] ?? `Size of actor: ${direction === 'out' ? 'out' : 'in'}-strength`,
  measured: 'The larger, the higher the measure',
  before: 'Before',
  after: 'After',
  difference: 'Change',
  change: { grew: 'grew', shrank: 'shrank', same: 'about the same', appeared: 'appeared', vanished: 'vanished' },
  changed: 'The thicker, the larger the change',
}

const zh: ViewWords = {
  layerTitle: layer =>
    ({ power: '权力：谁能左右谁', resources: '资源：谁为谁提供资源', trust: '信任：谁信任谁' })[layer] ?? layer,
  allTitle: '关系网络',
  describe: (title, actors, ties) => `${title}。共${actors}个行动者，${ties}条关系；每条关系的两个方向各画一支箭头。`,
  tie: (source, target, values) => `${source} → ${target}：${values}`,
  value: (layer, value) => `${layer} ${value}`,
  between: '，',
  unknown: '未知',
  width: '线越粗，数值越大',
  leading: '箭头显示该关系中最强的维度',
  size: (direction, layer) =>
    ({ power: '图形大小：所掌握的权力', resources: '图形大小：所提供的资源', trust: '图形大小：所获得的信任' })[
      layer
    ] ?? `图形大小：${direction === 'out' ? '出' : '入'}强度`,
  measured: '图形越大，测量值越高',
  before: '之前',
  after: '之后',
  difference: '变化',
  change: { grew: '增强', shrank: '减弱', same: '基本不变', appeared: '新出现', vanished: '消失' },
  changed: '线越粗，变化越大',
}

export function viewWords(lang: Lang): ViewWords {
  return lang === 'zh' ? zh : en
}

/** Two decimals below 10, none above: the same digits in all pictures. */
export function shortNumber(value: number): string {
  const size = Math.abs(value)
  if (size >= 10) return String(Math.round(value))
  const text = size.toFixed(2)
  return value < 0 && text !== '0.00' ? `−${text}` : text
}
