import type { Label, Lang } from '../../model/labels.ts'
import type { Json } from '../../model/network.ts'
import type { Losses } from './losses.ts'
import type { Attributes } from './networkBuilder.ts'

/** How the values of an attribute are written as text. `json` holds whatever a typed text cannot. */
export type ColumnType = 'number' | 'boolean' | 'text' | 'json'

/** The attributes of many records, each with the narrowest type that holds all of its values. */
export function columnsOf(records: Iterable<Attributes>): Map<string, ColumnType> {
  const columns = new Map<string, ColumnType | undefined>()
  for (const record of records)
    for (const name of Object.keys(record)) {
      const value = record[name]
      if (value === undefined) continue
      const type = value === null ? undefined : typeOf(value)
      const known = columns.get(name)
      columns.set(name, known === undefined || type === undefined || known === type ? (known ?? type) : 'json')
    }
  return new Map([...columns].map(([name, type]) => [name, type ?? 'number']))
}

function typeOf(value: Json): ColumnType {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  return typeof value === 'string' ? 'text' : 'json'
}

/** A value of the record itself: an attribute may be called `constructor`. */
export function own(record: Attributes, name: string): Json | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

export function cellText(value: Json, type: ColumnType): string {
  return type === 'json' ? JSON.stringify(value) : String(value)
}

/** A label in two languages as flat attributes: `label` for every program, `label.zh` and `label.en` for the way back. */
export function flatLabel(label: Label | null | undefined, lang: Lang = 'en'): Attributes {
  if (label === undefined || label === null) return {}
  if (typeof label === 'string') return { label }
  const flat: Attributes = {}
  const shown = label[lang] ?? label.zh ?? label.en
  if (shown !== undefined) flat.label = shown
  if (label.zh !== undefined) flat['label.zh'] = label.zh
  if (label.en !== undefined) flat['label.en'] = label.en
  return flat
}

/** The label again; a label that only repeats the id is none. */
export function gatherLabel(id: string, attributes: Attributes): Attributes {
  const { label, 'label.zh': zh, 'label.en': en, ...rest } = attributes
  const two: { zh?: string; en?: string } = {}
  if (typeof zh === 'string' && zh !== '') two.zh = zh
  if (typeof en === 'string' && en !== '') two.en = en
  if (Object.keys(two).length > 0) return { ...rest, label: two }
  if (label === undefined || label === null || label === '' || label === id) return rest
  return { ...rest, label: typeof label === 'object' ? label : String(label) }
}

/** An actor's attributes without the label, which formats hold apart; attributes that would pass for a label are a loss. */
export function withoutLabel(attributes: Attributes, losses: Losses): Attributes {
  const { label: _, ...rest } = attributes
  for (const name of ['label.zh', 'label.en'])
    if (name in rest) {
      delete rest[name]
      losses.add(`the actor attribute ${name} is left out: its name is taken by labels`)
    }
  return rest
}
