import type { Parameters } from '../assumptions.ts'
import type { Agency, Model } from './model.ts'
import { shifted } from './shifted.ts'
import {
  type AgencyState,
  CHORES,
  LINK_PARTNERS,
  mechanisms,
  RESOURCE_PARTS,
  SHARE_RESOURCES,
  type State,
} from './state.ts'
import { hoursForHosts, hoursForPublics } from './workTime.ts'

const TRUST = mechanisms.indexOf('trust')
const SHARING = mechanisms.indexOf('sharing')
const EFFORT = mechanisms.indexOf('effort')
const WITHDRAWAL = mechanisms.indexOf('withdrawal')

/** Writes what this week's practices and hours ask of the resources and of the power around one agency. */
export function askOfTies(model: Model, state: State, parameters: Parameters, agency: Agency, own: AgencyState): void {
  const { sharing, effort, duty } = state
  const shared = parameters.sharing * own.dose[SHARE_RESOURCES]!
  const linked = parameters.sharing * own.dose[LINK_PARTNERS]!
  const perHost = share(hoursForHosts(own.spent), own) - share(hoursForHosts(own.reference), own)
  const forPublics = share(hoursForPublics(own.spent, own.fitted), own)
  const usual = share(hoursForPublics(own.reference, 0), own)
  const more = usual > 0 ? parameters.effort * (forPublics / usual - 1) : 0
  const dutyOfHours =
    parameters.powerDuty * (share(own.spent[CHORES]! - own.fitted, own) - share(own.reference[CHORES]!, own))
  for (let i = 0; i < agency.hosts.into.length; i++) {
    duty[agency.hosts.into[i]!] = dutyOfHours
    sharing[agency.hosts.into[i]!] = shared
    sharing[agency.hosts.out[i]!] = shared
    effort[agency.hosts.out[i]!] = parameters.effort * perHost
  }
  // What is linked reaches residents by way of service: without hands, nothing is passed on.
  const hands = usual > 0 ? Math.min(1, forPublics / usual) : 0
  const passed = (parameters.passOn * hands * gained(model, state, agency)) / agency.publics.out.length
  for (let i = 0; i < agency.publics.out.length; i++) {
    const k = agency.publics.out[i]!
    effort[k] = more > 0 ? more * proportion(model.resources[k]!) : more
    sharing[k] = passed
  }
  for (let i = 0; i < agency.partners.into.length; i++) {
    sharing[agency.partners.into[i]!] = linked
    sharing[agency.partners.out[i]!] = linked
  }
}

/** A rise by a share of the level rather than of the room above it, in the terms of `shifted`. */
function proportion(level: number): number {
  return level < 1 ? level / (1 - level) : 0
}

/** What hosts and partners give to the agency now, beyond what they gave at the start. */
function gained(model: Model, { resources }: State, { hosts, partners }: Agency): number {
  let change = 0
  for (let i = 0; i < hosts.into.length; i++) change += resources[hosts.into[i]!]! - model.resources[hosts.into[i]!]!
  for (let i = 0; i < partners.into.length; i++)
    change += resources[partners.into[i]!]! - model.resources[partners.into[i]!]!
  return change
}

function share(hours: number, own: AgencyState): number {
  return own.referenceCapacity > 0 ? hours / own.referenceCapacity : 0
}

/**
 * Resources: each tie around an agency moves part of the way toward what trust, sharing and effort allow.
 *
 * r ← r + resourceRate · (target − r), target = r₀ shifted by resourceTrust · (t − t₀) + sharing + effort (see `shifted`), where
 * t is the giver's trust in the receiver. The parts by cause are moved apart, so that they sum to the whole.
 */
export function moveResources(model: Model, state: State, parameters: Parameters): void {
  const { resources, resourceParts, trust, sharing, effort, gone, ledger } = state
  const { resourceRate: rate } = parameters
  const pairs = resources.length
  for (let m = 0; m < model.moving.length; m++) {
    const k = model.moving[m]!
    if (gone[k] === 1) {
      const change = -rate * resources[k]!
      resources[k]! += change
      if (ledger) ledger.resources[WITHDRAWAL * pairs + k]! += change
      continue
    }
    const byTrust = parameters.resourceTrust * (trust[k]! - model.trust[k]!)
    const scale = shifted(model.resources[k]!, byTrust + sharing[k]! + effort[k]!)
    const part = k * RESOURCE_PARTS
    const trustStep = rate * (scale * byTrust - resourceParts[part]!)
    const sharingStep = rate * (scale * sharing[k]! - resourceParts[part + 1]!)
    const effortStep = rate * (scale * effort[k]! - resourceParts[part + 2]!)
    resourceParts[part]! += trustStep
    resourceParts[part + 1]! += sharingStep
    resourceParts[part + 2]! += effortStep
    resources[k] = model.resources[k]! + resourceParts[part]! + resourceParts[part + 1]! + resourceParts[part + 2]!
    if (ledger) {
      ledger.resources[TRUST * pairs + k]! += trustStep
      ledger.resources[SHARING * pairs + k]! += sharingStep
      ledger.resources[EFFORT * pairs + k]! += effortStep
    }
  }
}
