import type { Parameters } from '../assumptions.ts'
import type { Agency, Circle, Model } from './model.ts'
import {
  type AgencyState,
  CHORES,
  COMMON_GROUND,
  INTRODUCE,
  LINK_PARTNERS,
  type Mechanism,
  mechanisms,
  OPEN_CHANNEL,
  PAPERWORK,
  PLAIN_WORDS,
  SERVICE,
  SHARE_RESOURCES,
  SMALL_TALK,
  type State,
} from './state.ts'

/** This week's shocks to the experience of each circle, as factors around 1. */
export interface Shocks {
  readonly street: number
  readonly host: number
  readonly publics: number
  readonly partner: number
}

const code = Object.fromEntries(mechanisms.map((name, m) => [name, m])) as Record<Mechanism, number>

/**
 * Trust: one week of experience with an agency, in both directions of every tie around it.
 *
 * gain: Δt = trustGain · x · (1 − t); loss: Δt = −trustGain · lossFactor · x · t (trust falls faster than it grows, Slovic
 * 1993); fading: Δt = −trustDecay · (1 − contact) · t. Gains and losses of one week are felt apart: a pleasant visit does not
 * undo a disappointment. All refer to the trust at the start of the week.
 *
 * - Purchasers: indicators met on time, reports heard.
 * - Hosts: visible service against what they expect; chores taken on against what they have come to expect; joint work.
 * - Publics: service and small talk, as far as they reach them: through whom they already trust, themselves or by way of a
 *   host that introduces the worker. Service that falls below what was usual is missed.
 * - Partners: being linked.
 */
export function feelWeek(model: Model, state: State, parameters: Parameters, a: number, shocks: Shocks): void {
  const agency = model.agencies[a]!
  const own = state.agencies[a]!
  if (own.withdrawn) {
    for (const circle of [agency.purchasers, agency.hosts, agency.publics, agency.partners]) {
      fade(state, parameters, circle.into, 0)
      fade(state, parameters, circle.out, 0)
    }
    return
  }
  purchasersFeel(state, parameters, agency.purchasers, own, shocks.street)
  hostsFeel(state, parameters, agency.hosts, own, shocks.host)
  publicsFeel(state, parameters, agency, own, shocks.publics)
  partnersFeel(state, parameters, agency.partners, own, shocks.partner)
}

function purchasersFeel(state: State, p: Parameters, { into, out }: Circle, own: AgencyState, shock: number): void {
  const reports = p.reportEffect * own.dose[OPEN_CHANNEL]! * shock
  const burden = share(own.spent[PAPERWORK]!, own.capacity) - share(own.reference[PAPERWORK]!, own.referenceCapacity)
  for (let i = 0; i < into.length; i++) {
    feel(state, p, into[i]!, code.indicators, p.indicatorEffect * own.met * shock)
    feel(state, p, into[i]!, code.indicators, -p.indicatorEffect * (1 - own.met) * shock)
    feel(state, p, into[i]!, code.reports, reports)
    feel(state, p, out[i]!, code.reports, reports * state.trust[into[i]!]!) // being heard, by those who trust
    if (burden > 0) feel(state, p, out[i]!, code.overload, -p.indicatorEffect * burden * shock)
  }
  fade(state, p, into, Math.max(own.met, own.dose[OPEN_CHANNEL]!))
}

function hostsFeel(state: State, p: Parameters, { into, out }: Circle, own: AgencyState, shock: number): void {
  const service = p.serviceEffect * clamp(own.noticed / p.expectedService - 1, -1, 1) * shock
  const chores = p.choreEffect * (own.accepted - own.expectedChores) * shock
  const joint = p.allianceEffect * jointDose(own) * shock
  const unfitted =
    share(own.spent[CHORES]! - own.fitted, own.capacity) - share(own.reference[CHORES]!, own.referenceCapacity)
  for (let i = 0; i < into.length; i++) {
    feel(state, p, into[i]!, code.service, service)
    feel(state, p, into[i]!, code.chores, chores)
    feel(state, p, into[i]!, code['joint-work'], joint)
    feel(state, p, out[i]!, code['joint-work'], joint)
    if (unfitted > 0) feel(state, p, out[i]!, code.overload, -p.choreEffect * unfitted * shock)
  }
}

function publicsFeel(state: State, p: Parameters, agency: Agency, own: AgencyState, shock: number): void {
  const { into, out } = agency.publics
  const hosts = agency.hosts.into
  const served = clamp(own.visible / p.expectedService, 0, 1)
  const usual = clamp(own.reference[SERVICE]! / p.expectedService, 0, 1)
  const missed = p.residentService * Math.max(0, usual - served) * shock
  const talk = p.acquaintanceEffect * own.dose[SMALL_TALK]!
  const words = (1 + p.plainWordsEffect * own.dose[PLAIN_WORDS]!) * shock
  for (let u = 0; u < into.length; u++) {
    // Whoever is vouched for by a host counts as known: t_uh · t_hp, the trust that can be lent.
    let lent = 0
    for (let h = 0; h < hosts.length; h++) {
      const toHost = agency.introductions[u * hosts.length + h]!
      if (toHost >= 0) lent = Math.max(lent, state.trust[toHost]! * state.trust[hosts[h]!]!)
    }
    const introduced = own.dose[INTRODUCE]! * lent
    const known = 1 - (1 - state.trust[into[u]!]!) * (1 - introduced)
    const access = (p.strangerAccess + (1 - p.strangerAccess) * known) * words
    const met = p.acquaintanceEffect * introduced * words
    feel(state, p, into[u]!, code.service, p.residentService * served * access)
    feel(state, p, into[u]!, code.service, -missed)
    feel(state, p, into[u]!, code.acquaintance, talk * access + met)
    feel(state, p, out[u]!, code.acquaintance, talk * access)
  }
  fade(state, p, into, clamp(served + own.dose[SMALL_TALK]!, 0, 1))
}

function partnersFeel(state: State, p: Parameters, { into, out }: Circle, own: AgencyState, shock: number): void {
  const linked = own.dose[LINK_PARTNERS]!
  for (let i = 0; i < into.length; i++) {
    feel(state, p, into[i]!, code.linking, p.partnerEffect * linked * shock)
    feel(state, p, out[i]!, code.linking, p.partnerEffect * linked * shock)
  }
  fade(state, p, into, linked)
  fade(state, p, out, linked)
}

/** Work on common ground and shared resources, 0 to 1. */
export function jointDose(own: AgencyState): number {
  return (own.dose[COMMON_GROUND]! + own.dose[SHARE_RESOURCES]!) / 2
}

/** Staff leaves: trust that was tied to persons goes with it. */
export function loseStaff(state: State, p: Parameters, agency: Agency, own: AgencyState, left: number): void {
  own.vacancy = 1 - (1 - own.vacancy) * (1 - left)
  own.rehire = own.vacancy / p.rehireWeeks
  leave(state, agency.purchasers, left * p.turnoverStreet)
  leave(state, agency.hosts, left * p.turnoverCommunity)
  leave(state, agency.publics, left * p.turnoverResidents)
  leave(state, agency.partners, left * p.turnoverCommunity)
}

function leave(state: State, { into, out }: Circle, lost: number): void {
  for (const k of into) record(state, k, code.turnover, -lost * state.trust[k]!)
  for (const k of out) record(state, k, code.turnover, -lost * state.trust[k]!)
}

/** Coverage in the media: those who see it feel as after so many good weeks. */
export function beCovered(state: State, p: Parameters, agency: Agency, strength: number): void {
  for (const { into } of [agency.purchasers, agency.hosts, agency.publics, agency.partners])
    for (const k of into) feel(state, p, k, code.coverage, p.coverageEffect * strength)
}

/** Ends the week: all that was felt becomes trust. */
export function settleTrust({ moving }: Model, state: State): void {
  const { trust, trustChange, ledger } = state
  for (let m = 0; m < moving.length; m++) {
    const k = moving[m]!
    const felt = trust[k]! + trustChange[k]!
    trust[k] = clamp(felt, 0, 1)
    if (ledger) ledger.trust[code.bounds * trust.length + k]! += trust[k]! - felt
    trustChange[k] = 0
  }
}

function feel(state: State, p: Parameters, k: number, mechanism: number, experience: number): void {
  const t = state.trust[k]!
  record(
    state,
    k,
    mechanism,
    experience > 0 ? p.trustGain * experience * (1 - t) : p.trustGain * p.lossFactor * experience * t,
  )
}

function fade(state: State, p: Parameters, pairs: Uint32Array, contact: number): void {
  for (let i = 0; i < pairs.length; i++)
    record(state, pairs[i]!, code.fading, -p.trustDecay * (1 - contact) * state.trust[pairs[i]!]!)
}

function record(state: State, k: number, mechanism: number, change: number): void {
  state.trustChange[k]! += change
  if (state.ledger) state.ledger.trust[mechanism * state.trust.length + k]! += change
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high))
}
