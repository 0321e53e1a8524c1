import type { Parameters } from '../../src/scenarios/assumptions.ts'
import type { Model } from '../../src/scenarios/dynamics/model.ts'
import type { AgencyPlan } from '../../src/scenarios/dynamics/schedule.ts'
import type { Workplan } from '../../src/scenarios/types.ts'

/**
 * The weekly arithmetic of docs/model.md as one bare loop over typed arrays, for one agency without events and noise: what a
 * patient programmer would write by hand for one network. No observer, no ledger, no general network, no names. The floor that
 * the library is measured against; a test holds both to the same bits.
 */
export function bareLoop(model: Model, workplan: Workplan, plan: AgencyPlan, paperwork: Float64Array, mean: number) {
  const { purchasers, hosts, publics, partners, introductions, spread, actor } = model.agencies[0]!
  const { moving, source, target, reverse, formal, atWill, inflowOffsets, inflowPairs } = model
  const count = model.source.length
  const { power: power0, resources: resources0, trust: trust0 } = model
  const power = new Float64Array(count)
  const resources = new Float64Array(count)
  const trust = new Float64Array(count)
  const delta = new Float64Array(count)
  const sharing = new Float64Array(count)
  const effort = new Float64Array(count)
  const duty = new Float64Array(count)
  const byTrustR = new Float64Array(count)
  const bySharing = new Float64Array(count)
  const byEffort = new Float64Array(count)
  const byDependence = new Float64Array(count)
  const byTrustP = new Float64Array(count)
  const byDuty = new Float64Array(count)
  const dependence0 = new Float64Array(count)
  const gone = new Uint8Array(count)
  const inflow = new Float64Array(model.ids.length)
  const hours = new Float64Array(8)
  const dose = new Float64Array(8)
  const low = new Int32Array(hosts.into.length)
  const fed = Uint32Array.from(new Set([...moving].filter(k => atWill[k] === 0).map(k => target[k]!)))
  const capacity0 = workplan.staff * workplan.hoursPerWorker
  for (let k = 0; k < count; k++) {
    let sum = 0
    for (let q = inflowOffsets[target[k]!]!; q < inflowOffsets[target[k]! + 1]!; q++)
      sum += resources0[inflowPairs[q]!]!
    dependence0[k] = sum > 0 ? resources0[k]! / sum : 0
  }

  return (p: Parameters, weeks: number) => {
    const {
      acquaintanceEffect,
      allianceEffect,
      choreAcceptance,
      choreEffect,
      choreGrowth,
      choreNorm,
      choresOffered,
      effort: effortEffect,
      enrichment,
      expectedService,
      fitYield,
      formalShare,
      habituation,
      halfDose,
      indicatorEffect,
      indicatorHours,
      indicatorSlack,
      lossFactor,
      noticing,
      partnerEffect,
      passOn,
      plainWordsEffect,
      powerDependence,
      powerDuty,
      powerRate,
      powerTrust,
      rehireWeeks,
      reportEffect,
      residentService,
      resourceRate,
      resourceTrust,
      serviceEffect,
      sharing: shareEffect,
      strangerAccess,
      trustDecay,
      trustGain,
      turnoverCommunity,
      turnoverResidents,
      turnoverStreet,
      visibleShare,
      withdrawalPatience,
      withdrawalTrust,
    } = p
    const trustLoss = trustGain * lossFactor
    power.set(power0)
    resources.set(resources0)
    trust.set(trust0)
    for (let k = 0; k < count; k++) {
      byTrustR[k] = bySharing[k] = byEffort[k] = byDependence[k] = byTrustP[k] = byDuty[k] = gone[k] = 0
      sharing[k] = effort[k] = duty[k] = delta[k] = 0
    }
    dose.fill(0)
    low.fill(0)
    let withdrew = 0
    let backlog = 0
    let offered = choresOffered
    let expected = Math.max(choreNorm, choreAcceptance)
    const paper0 = Math.min(capacity0, mean * indicatorHours)
    const chores0 = Math.min(capacity0 - paper0, choresOffered * choreAcceptance)
    const service0 = capacity0 - paper0 - chores0
    let noticed = service0
    let vacancy = 0
    let rehire = 0
    for (let w = 0; w < weeks; w++) {
      const out = withdrew > 0
      const capacity = out ? 0 : capacity0 * (1 - vacancy)
      const acceptance = choreAcceptance + Math.min(1, plan.stance[w]!) * (plan.acceptance[w]! - choreAcceptance)
      const due = out ? 0 : paperwork[w]! * plan.load[w]! * indicatorHours * (1 - enrichment * dose[2]!)
      const asked = out ? 0 : due + backlog
      const paper = Math.min(asked, capacity)
      backlog = asked - paper
      const met = 1 - Math.max(0, Math.min(1, due > 0 ? backlog / due / indicatorSlack - 1 : 0))
      let left = capacity - paper
      const chores = Math.min(out ? 0 : offered * acceptance, left)
      left -= chores
      const accepted = offered > 0 ? chores / offered : 0
      let total = 0
      for (let q = 0; q < 8; q++) total += hours[q] = out ? 0 : plan.wanted[w * 8 + q]!
      const scale = total > left ? left / total : 1
      let practised = 0
      for (let q = 0; q < 8; q++) {
        hours[q]! *= scale
        dose[q] = hours[q]! / (hours[q]! + halfDose * spread[q]!)
        practised += hours[q]!
      }
      const service = Math.max(0, left - practised)
      const fitted = fitYield * dose[1]! * chores
      const visible = service + fitted + visibleShare * practised
      noticed += noticing * (visible - noticed)
      if (out) {
        for (let m = 0; m < moving.length; m++) delta[moving[m]!]! += -trustDecay * trust[moving[m]!]!
      } else {
        const reports = reportEffect * dose[0]!
        const burden = (capacity > 0 ? paper / capacity : 0) - (capacity0 > 0 ? paper0 / capacity0 : 0)
        for (let i = 0; i < purchasers.into.length; i++) {
          const k = purchasers.into[i]!
          gain(trust, delta, trustGain, trustLoss, k, indicatorEffect * met)
          gain(trust, delta, trustGain, trustLoss, k, -indicatorEffect * (1 - met))
          gain(trust, delta, trustGain, trustLoss, k, reports)
          gain(trust, delta, trustGain, trustLoss, purchasers.out[i]!, reports * trust[k]!)
          if (burden > 0) gain(trust, delta, trustGain, trustLoss, purchasers.out[i]!, -indicatorEffect * burden)
        }
        fade(trust, delta, trustDecay, purchasers.into, Math.max(met, dose[0]!))
        const seen = serviceEffect * Math.max(-1, Math.min(noticed / expectedService - 1, 1))
        const helped = choreEffect * (accepted - expected)
        const joint = allianceEffect * ((dose[3]! + dose[4]!) / 2)
        const unfitted = (capacity > 0 ? (chores - fitted) / capacity : 0) - (capacity0 > 0 ? chores0 / capacity0 : 0)
        for (let i = 0; i < hosts.into.length; i++) {
          gain(trust, delta, trustGain, trustLoss, hosts.into[i]!, seen)
          gain(trust, delta, trustGain, trustLoss, hosts.into[i]!, helped)
          gain(trust, delta, trustGain, trustLoss, hosts.into[i]!, joint)
          gain(trust, delta, trustGain, trustLoss, hosts.out[i]!, joint)
          if (unfitted > 0) gain(trust, delta, trustGain, trustLoss, hosts.out[i]!, -choreEffect * unfitted)
        }
        const served = Math.max(0, Math.min(visible / expectedService, 1))
        const usual = Math.max(0, Math.min(service0 / expectedService, 1))
        const missed = residentService * Math.max(0, usual - served)
        const talk = acquaintanceEffect * dose[5]!
        const words = 1 + plainWordsEffect * dose[6]!
        for (let u = 0; u < publics.into.length; u++) {
          let lent = 0
          for (let h = 0; h < hosts.into.length; h++) {
            const toHost = introductions[u * hosts.into.length + h]!
            if (toHost >= 0) lent = Math.max(lent, trust[toHost]! * trust[hosts.into[h]!]!)
          }
          const introduced = dose[7]! * lent
          const known = 1 - (1 - trust[publics.into[u]!]!) * (1 - introduced)
          const access = (strangerAccess + (1 - strangerAccess) * known) * words
          gain(trust, delta, trustGain, trustLoss, publics.into[u]!, residentService * served * access)
          gain(trust, delta, trustGain, trustLoss, publics.into[u]!, -missed)
          gain(
            trust,
            delta,
            trustGain,
            trustLoss,
            publics.into[u]!,
            talk * access + acquaintanceEffect * introduced * words,
          )
          gain(trust, delta, trustGain, trustLoss, publics.out[u]!, talk * access)
        }
        fade(trust, delta, trustDecay, publics.into, Math.max(0, Math.min(served + dose[5]!, 1)))
        for (let i = 0; i < partners.into.length; i++) {
          gain(trust, delta, trustGain, trustLoss, partners.into[i]!, partnerEffect * dose[2]!)
          gain(trust, delta, trustGain, trustLoss, partners.out[i]!, partnerEffect * dose[2]!)
        }
        fade(trust, delta, trustDecay, partners.into, dose[2]!)
        fade(trust, delta, trustDecay, partners.out, dose[2]!)
      }
      const forPublics = of(service + fitted, capacity0)
      const usual0 = of(service0, capacity0)
      const more = usual0 > 0 ? effortEffect * (forPublics / usual0 - 1) : 0
      const dutyOf = powerDuty * (of(chores - fitted, capacity0) - of(chores0, capacity0))
      const perHost = of(chores + hours[3]! + hours[4]!, capacity0) - of(chores0, capacity0)
      let gained = 0
      for (let i = 0; i < hosts.into.length; i++) {
        duty[hosts.into[i]!] = dutyOf
        sharing[hosts.into[i]!] = sharing[hosts.out[i]!] = shareEffect * dose[4]!
        effort[hosts.out[i]!] = effortEffect * perHost
        gained += resources[hosts.into[i]!]! - resources0[hosts.into[i]!]!
      }
      for (let i = 0; i < partners.into.length; i++) {
        sharing[partners.into[i]!] = sharing[partners.out[i]!] = shareEffect * dose[2]!
        gained += resources[partners.into[i]!]! - resources0[partners.into[i]!]!
      }
      const hands = usual0 > 0 ? Math.min(1, forPublics / usual0) : 0
      for (let i = 0; i < publics.out.length; i++) {
        const k = publics.out[i]!
        const level = resources0[k]!
        effort[k] = more > 0 ? more * (level < 1 ? level / (1 - level) : 0) : more
        sharing[k] = (passOn * hands * gained) / publics.out.length
      }
      if (accepted - choreNorm > 0) offered += choreGrowth * (accepted - choreNorm) * choresOffered
      expected = Math.max(choreNorm, expected + habituation * (accepted - expected))
      vacancy = Math.max(0, vacancy - rehire)

      for (let m = 0; m < moving.length; m++) {
        const k = moving[m]!
        trust[k] = Math.max(0, Math.min(trust[k]! + delta[k]!, 1))
        delta[k] = 0
      }
      for (let m = 0; m < moving.length; m++) {
        const k = moving[m]!
        const rate = resourceRate
        if (gone[k] === 1) {
          resources[k]! += -rate * resources[k]!
          continue
        }
        const byTrust = resourceTrust * (trust[k]! - trust0[k]!)
        const change = byTrust + sharing[k]! + effort[k]!
        const room = change > 0 ? 1 - resources0[k]! : resources0[k]!
        const size = change > 0 ? change : -change
        const step = size > 1 ? room / size : room
        byTrustR[k]! += rate * (step * byTrust - byTrustR[k]!)
        bySharing[k]! += rate * (step * sharing[k]! - bySharing[k]!)
        byEffort[k]! += rate * (step * effort[k]! - byEffort[k]!)
        resources[k] = resources0[k]! + byTrustR[k]! + bySharing[k]! + byEffort[k]!
      }
      for (let f = 0; f < fed.length; f++) {
        const j = fed[f]!
        let sum = 0
        for (let q = inflowOffsets[j]!; q < inflowOffsets[j + 1]!; q++) sum += resources[inflowPairs[q]!]!
        inflow[j] = sum
      }
      for (let m = 0; m < moving.length; m++) {
        const k = moving[m]!
        const rate = powerRate
        if (gone[k] === 1) {
          power[k]! += -rate * power[k]!
          continue
        }
        if (atWill[k] === 1) continue
        const back = reverse[k]!
        const whole = inflow[target[k]!]!
        const depends = powerDependence * ((whole > 0 ? resources[k]! / whole : 0) - dependence0[k]!)
        const trusted = back < 0 ? 0 : powerTrust * (trust[back]! - trust0[back]!)
        const change = depends + trusted + duty[k]!
        const room = change > 0 ? 1 - power0[k]! : power0[k]! * (formal[k] === 1 ? 1 - formalShare : 1)
        const size = change > 0 ? change : -change
        const step = size > 1 ? room / size : room
        byDependence[k]! += rate * (step * depends - byDependence[k]!)
        byTrustP[k]! += rate * (step * trusted - byTrustP[k]!)
        byDuty[k]! += rate * (step * duty[k]! - byDuty[k]!)
        power[k] = power0[k]! + byDependence[k]! + byTrustP[k]! + byDuty[k]!
      }
      if (withdrew === 0)
        for (let h = 0; h < hosts.into.length; h++) {
          const k = hosts.into[h]!
          low[h] = trust[k]! < withdrawalTrust * trust0[k]! ? low[h]! + 1 : 0
          if (low[h]! < withdrawalPatience) continue
          withdrew = w + 1
          vacancy = 1
          rehire = 1 / rehireWeeks
          // What was tied to persons goes with them, at the end of the next week's arithmetic.
          for (const [circle, share] of [
            [purchasers, turnoverStreet],
            [hosts, turnoverCommunity],
            [publics, turnoverResidents],
            [partners, turnoverCommunity],
          ] as const)
            for (const pairs of [circle.into, circle.out]) for (const q of pairs) delta[q]! += -share * trust[q]!
          for (let m = 0; m < moving.length; m++)
            if (source[moving[m]!] === actor || target[moving[m]!] === actor) gone[moving[m]!] = 1
          break
        }
    }
    return { power, resources, trust, withdrew }
  }
}

function gain(trust: Float64Array, delta: Float64Array, up: number, down: number, k: number, x: number): void {
  const t = trust[k]!
  delta[k]! += x > 0 ? up * x * (1 - t) : down * x * t
}

function fade(trust: Float64Array, delta: Float64Array, decay: number, pairs: Uint32Array, contact: number): void {
  for (let i = 0; i < pairs.length; i++) delta[pairs[i]!]! += -decay * (1 - contact) * trust[pairs[i]!]!
}

function of(part: number, capacity: number): number {
  return capacity > 0 ? part / capacity : 0
}
