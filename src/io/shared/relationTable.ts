import type { Json } from '../../model/network.ts'
import { own } from './attributes.ts'
import type { Losses } from './losses.ts'
import type { Attributes, NetworkBuilder } from './networkBuilder.ts'

/** Layer whose arcs say only that a tie is there: for ties that are zero on every layer. */
export const PRESENT = 'tie'
/** Ending of the name of a relation whose arcs say where another relation is unknown. */
const UNKNOWN = ' unknown'

/**
 * Gathers ties from formats that hold one relation after another (Pajek, UCINET DL), in which an arc that is not there is zero.
 *
 * A relation called "trust unknown" says where trust is unknown: these formats have no other way to say it.
 */
export class RelationTable {
  private readonly names: string[] = []
  private readonly rows = new Map<number, { source: number; target: number; place: number; values: Attributes }>()
  private readonly count: number

  constructor(count: number) {
    this.count = count
  }

  relation(name: string): void {
    if (!this.names.includes(name)) this.names.push(name)
  }

  get relations(): readonly string[] {
    return this.names
  }

  /** Sets a value; `false` when the pair has one already in this relation. */
  set(source: number, target: number, name: string, value: Json, place: number): boolean {
    const key = source * this.count + target
    let row = this.rows.get(key)
    if (!row) {
      row = { source, target, place, values: {} }
      this.rows.set(key, row)
    }
    if (Object.hasOwn(row.values, name)) return false
    row.values[name] = value
    return true
  }

  get(source: number, target: number, name: string): Json | undefined {
    const row = this.rows.get(source * this.count + target)
    return row && own(row.values, name)
  }

  replace(source: number, target: number, name: string, value: Json): void {
    this.rows.get(source * this.count + target)!.values[name] = value
  }

  /** Tells the ties to the builder: unknowns put in place, a value of zero where a relation has no arc. */
  tell(ids: readonly string[], builder: NetworkBuilder): void {
    const marks = new Map(
      this.names.filter(name => this.marked(name)).map(name => [name, name.slice(0, -UNKNOWN.length)]),
    )
    const layers = new Set(this.names.filter(name => !marks.has(name) && !isPresence(name)))
    for (const { source, target, place, values } of this.rows.values()) {
      const attributes: Attributes = {}
      for (const layer of layers) attributes[layer] = own(values, layer) ?? 0
      for (const [name, layer] of marks) if (Object.hasOwn(values, name) && values[name] !== 0) attributes[layer] = null
      builder.tie(ids[source]!, ids[target]!, attributes, place)
    }
  }

  private marked(name: string): boolean {
    return (
      name.toLowerCase().endsWith(UNKNOWN) &&
      (this.names.includes(name.slice(0, -UNKNOWN.length)) || this.names.every(other => this.isMark(other)))
    )
  }

  private isMark(name: string): boolean {
    return name.toLowerCase().endsWith(UNKNOWN) || isPresence(name)
  }
}

function isPresence(name: string): boolean {
  return name.toLowerCase() === PRESENT
}

/** A network as relations for such a format: `[name, value a tie or undefined where there is no arc][]`. */
export function relationsOf(
  ties: readonly Attributes[],
  losses: Losses,
  /** Whether zeros are arcs of their own, as a list can say; a matrix cannot. */
  listsZeros: boolean,
): { name: string; values: (number | undefined)[] }[] {
  const found = new Map<string, boolean>()
  for (const tie of ties)
    for (const [name, value] of Object.entries(tie)) {
      if (value === undefined || value === null) {
        if (!found.has(name) && ['power', 'resources', 'trust'].includes(name)) found.set(name, true)
        continue
      }
      found.set(name, typeof value === 'number' && found.get(name) !== false)
    }
  const left = [...found].filter(([, numeric]) => !numeric).map(([name]) => name)
  if (left.length > 0) losses.add(`tie attributes that are not numbers are left out: ${left.join(', ')}`)
  const relations: { name: string; values: (number | undefined)[] }[] = []
  const there = ties.map(() => false)
  const names = ['power', 'resources', 'trust'].filter(name => found.get(name))
  names.push(...[...found].filter(([name, numeric]) => numeric && !names.includes(name)).map(([name]) => name))
  for (const name of names) {
    const values = ties.map(tie => (typeof own(tie, name) === 'number' ? (tie[name] as number) : undefined))
    const unknown = values.map(value => (value === undefined ? 1 : undefined))
    relations.push({ name, values })
    values.forEach((value, k) => {
      if (value !== undefined && (listsZeros || value !== 0)) there[k] = true
    })
    if (unknown.some(value => value !== undefined)) {
      relations.push({ name: `${name}${UNKNOWN}`, values: unknown })
      unknown.forEach((value, k) => {
        if (value !== undefined) there[k] = true
      })
    }
  }
  if (there.includes(false)) relations.push({ name: PRESENT, values: ties.map(() => 1) })
  return relations
}
