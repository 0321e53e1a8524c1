import { type OutcomeName, outcomes } from '../outcomes.ts'
import { dependenceOn } from './inflow.ts'
import type { Agency, Model } from './model.ts'
import { SERVICE, type State } from './state.ts'

/** Where each outcome stands in a row of numbers. */
export const outcomeNames: readonly OutcomeName[] = outcomes.map(({ name }) => name)

/**
 * The outcomes of a state, means over the agencies, written to `row` from `offset` on; NaN where not defined.
 *
 * Voice and delivery are those of the measure `standing`, computed on the run's arrays.
 */
export function outcomesAt(model: Model, state: State, row: Float64Array, offset = 0): void {
  const count = outcomeNames.length
  for (let o = 0; o < count; o++) row[offset + o] = 0
  let publicsInAll = 0
  for (let i = 0; i < model.roles.length; i++) if (model.roles[i] === 'public') publicsInAll++
  for (let a = 0; a < model.agencies.length; a++) {
    const agency = model.agencies[a]!
    const own = state.agencies[a]!
    const { trust } = state
    const publics = agency.publics
    const direct = meanOf(trust, publics.into)
    row[offset]! += voice(state, agency)
    row[offset + 1]! += delivery(state, agency, publicsInAll)
    row[offset + 2]! += meanOf(trust, agency.purchasers.into)
    row[offset + 3]! += meanOf(trust, agency.hosts.into)
    row[offset + 4]! += direct
    row[offset + 5]! += trustInHosts(state, agency) - direct
    row[offset + 6]! += dependence(model, state, agency)
    row[offset + 7]! += reach(state, agency)
    const hours = own.capacity > 0 || own.withdrawn ? own.spent : own.reference
    const capacity = own.withdrawn ? own.referenceCapacity : own.capacity > 0 ? own.capacity : own.referenceCapacity
    row[offset + 8]! += capacity > 0 ? hours[SERVICE]! / capacity : Number.NaN
  }
  for (let o = 0; o < count; o++) row[offset + o]! /= model.agencies.length
}

function voice({ power, trust }: State, { purchasers, hosts }: Agency): number {
  let sum = 0
  let count = 0
  for (let c = 0; c < 2; c++) {
    const { into, out } = c === 0 ? purchasers : hosts
    for (let i = 0; i < into.length; i++) {
      const between = power[into[i]!]! + power[out[i]!]!
      if (between === 0) continue
      sum += Math.sqrt((power[out[i]!]! / between) * trust[into[i]!]!)
      count++
    }
  }
  return sum / count
}

/** Provision and acceptance are means over all publics of the network, as in `standing`: ties that are not there are zero. */
function delivery({ resources, trust }: State, { inflow, publics }: Agency, publicsInAll: number): number {
  let supplied = 0
  for (let i = 0; i < inflow.length; i++) supplied += resources[inflow[i]!]!
  const served = publics.out.length / publicsInAll
  return Math.cbrt(
    (supplied / (1 + supplied)) * meanOf(resources, publics.out) * served * meanOf(trust, publics.into) * served,
  )
}

function trustInHosts({ trust }: State, { publics, hosts, introductions }: Agency): number {
  let sum = 0
  for (let u = 0; u < publics.into.length; u++) {
    let most = Number.NaN
    for (let h = 0; h < hosts.into.length; h++) {
      const k = introductions[u * hosts.into.length + h]!
      if (k >= 0 && !(trust[k]! <= most)) most = trust[k]!
    }
    sum += most
  }
  return sum / publics.into.length
}

function dependence(model: Model, { resources }: State, { purchasers }: Agency): number {
  if (purchasers.into.length === 0) return Number.NaN
  let sum = 0
  for (let i = 0; i < purchasers.into.length; i++) sum += dependenceOn(model, resources, purchasers.into[i]!)
  return sum
}

function reach({ trust }: State, { publics, partners }: Agency): number {
  let sum = 0
  for (let i = 0; i < publics.into.length; i++) sum += trust[publics.into[i]!]!
  for (let i = 0; i < partners.into.length; i++) sum += trust[partners.into[i]!]!
  return sum / (publics.into.length + partners.into.length)
}

function meanOf(values: Float64Array, pairs: Uint32Array): number {
  let sum = 0
  for (let i = 0; i < pairs.length; i++) sum += values[pairs[i]!]!
  return sum / pairs.length
}
