import type { Parameters } from '../assumptions.ts'
import { inflowOf } from './inflow.ts'
import type { Model } from './model.ts'
import { shifted } from './shifted.ts'
import { mechanisms, POWER_PARTS, type State } from './state.ts'

const DEPENDENCE = mechanisms.indexOf('dependence')
const TRUST = mechanisms.indexOf('trust')
const CHORES = mechanisms.indexOf('chores')
const WITHDRAWAL = mechanisms.indexOf('withdrawal')

/**
 * Power: the relational part of each tie around an agency follows dependence and trust; the formal part stays.
 *
 * p ← p + powerRate · (target − p), target = p₀ shifted by powerDependence · (D − D₀) + powerTrust · (t − t₀) + powerDuty ·
 * (c − c₀) (see `shifted`), where D is the share of j's inflow that comes from i (Emerson 1962: i's power over j is j's
 * dependence on i), t is j's trust in i, and c (for hosts) the share of the agency's hours that go into their chores, unless
 * these are fitted to service.
 * Partners come and go at will and have inflows that the network does not hold: power between them and an agency stays as it is.
 * Of the power of purchasers and hosts over an agency only the share 1 − formalShare can be lost.
 */
export function movePower(model: Model, state: State, parameters: Parameters): void {
  const { power, powerParts, resources, trust, dependence0, inflow, duty, gone, ledger } = state
  const { powerRate: rate, powerDependence, powerTrust, formalShare } = parameters
  const pairs = power.length
  for (let f = 0; f < model.fed.length; f++) inflow[model.fed[f]!] = inflowOf(model, resources, model.fed[f]!)
  for (let m = 0; m < model.moving.length; m++) {
    const k = model.moving[m]!
    if (gone[k] === 1) {
      const change = -rate * power[k]!
      power[k]! += change
      if (ledger) ledger.power[WITHDRAWAL * pairs + k]! += change
      continue
    }
    if (model.atWill[k] === 1) continue
    const back = model.reverse[k]!
    const whole = inflow[model.target[k]!]!
    const byDependence = powerDependence * ((whole > 0 ? resources[k]! / whole : 0) - dependence0[k]!)
    const byTrust = back < 0 ? 0 : powerTrust * (trust[back]! - model.trust[back]!)
    const losable = model.formal[k] === 1 ? 1 - formalShare : 1
    const scale = shifted(model.power[k]!, byDependence + byTrust + duty[k]!, losable)
    const part = k * POWER_PARTS
    const dependenceStep = rate * (scale * byDependence - powerParts[part]!)
    const trustStep = rate * (scale * byTrust - powerParts[part + 1]!)
    const dutyStep = rate * (scale * duty[k]! - powerParts[part + 2]!)
    powerParts[part]! += dependenceStep
    powerParts[part + 1]! += trustStep
    powerParts[part + 2]! += dutyStep
    power[k] = model.power[k]! + powerParts[part]! + powerParts[part + 1]! + powerParts[part + 2]!
    if (ledger) {
      ledger.power[DEPENDENCE * pairs + k]! += dependenceStep
      ledger.power[TRUST * pairs + k]! += trustStep
      ledger.power[CHORES * pairs + k]! += dutyStep
    }
  }
}
