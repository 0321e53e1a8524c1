import { isKnownKind } from '../model/kinds.ts'
import { type Role, roleOf } from '../model/roles.ts'
import type { Point } from './arcs.ts'

const TIER = 150
const SIDE = 84

/** Whether every kind is known by name and somebody pays, hosts or provides: then the roles give the places. */
export function haveRoles(kinds: readonly string[]): boolean {
  return (
    kinds.length > 0 &&
    kinds.every(isKnownKind) &&
    new Set(kinds.map(kind => roleOf(kind)).filter(role => role !== 'partner')).size >= 2
  )
}

/**
 * Fixed places by role: who pays above who hosts, above who provides, above the public; partners in a column at the side.
 *
 * Providers stand left and hosts right of the middle, next to the partners, so that ties between purchaser and provider,
 * between host and public, and between host and partners pass nobody.
 *
 * @param widths - width that each actor takes with its label, in pixels.
 */
export function rolePlaces(kinds: readonly string[], widths: readonly number[]): Point[] {
  const tiers: Role[] = ['purchaser', 'host', 'provider', 'public']
  const places: Point[] = kinds.map(() => ({ x: 0, y: 0 }))
  const inRole = (role: Role) => kinds.flatMap((kind, i) => (roleOf(kind) === role ? [i] : []))
  const used = tiers.filter(role => inRole(role).length > 0)
  let right = 0
  used.forEach((role, tier) => {
    const row = inRole(role).sort((a, b) => rank(kinds[a]!) - rank(kinds[b]!) || a - b)
    const total = row.reduce((sum, i) => sum + widths[i]! + 24, -24)
    const middle = row.length > 1 ? 0 : role === 'host' ? SIDE : role === 'provider' ? -SIDE : 0
    let at = middle - total / 2
    for (const i of row) {
      places[i] = { x: at + widths[i]! / 2, y: tier * TIER }
      at += widths[i]! + 24
      right = Math.max(right, at)
    }
  })
  const partners = inRole('partner').sort((a, b) => partnerRank(kinds[a]!) - partnerRank(kinds[b]!) || a - b)
  const height = Math.max(used.length - 1, 1) * TIER
  const column = Math.max(0, ...partners.map(i => widths[i]!)) / 2
  partners.forEach((i, k) => {
    const perColumn = 6
    const rows = Math.min(partners.length, perColumn)
    places[i] = {
      x: right + 30 + column + Math.floor(k / perColumn) * (2 * column + 30),
      y: rows === 1 ? height / 2 : ((k % perColumn) * height) / (rows - 1),
    }
  })
  return places
}

/** A district government stands before the street office that it directs. */
function rank(kind: string): number {
  return kind === 'district-government' ? 0 : 1
}

/** Partners from those who deal with offices down to those who deal with residents. */
function partnerRank(kind: string): number {
  return ['media', 'property-company', 'co-building-unit', 'volunteers'].indexOf(kind)
}
