import { couplings } from '../kernel/couplings.ts'
import { forwardPairs } from '../kernel/forwardPairs.ts'
import { redundancy } from '../kernel/redundancy.ts'
import { checkOptions } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'

/** Burt’s four measures of an actor’s surroundings; `null` for an isolate. */
export interface StructuralHoles {
  /** How far an actor's ties go, straight and through third parties, to one and the same contact; above 0, mostly below 1 (1.125 in a complete triad, more with very uneven weights). */
  readonly constraint: Scores
  /** Number of contacts less what they repeat of each other, from 1 to the number of contacts. */
  readonly effectiveSize: Scores
  /** Effective size by the number of contacts, in (0, 1]. */
  readonly efficiency: Scores
  /** How far the constraint comes from one contact, in [0, 1]; 1 for an actor with a single contact. */
  readonly hierarchy: Scores
}

/**
 * Structural holes: how much an actor's contacts leave it free to play one against another.
 *
 * p_ij = (w_ij + w_ji) / Σ_k (w_ik + w_ki), c_ij = (p_ij + Σ_q p_iq p_qj)²
 *
 * constraint C_i = Σ_j c_ij
 *
 * effective size Σ_j (1 − Σ_q p_iq m_jq), m_jq = (w_jq + w_qj) / max_k (w_jk + w_kj)
 *
 * efficiency = effective size / N_i, N_i the number of contacts
 *
 * hierarchy Σ_j (c_ij N_i / C_i) ln(c_ij N_i / C_i) / (N_i ln N_i)
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie counts 1, a mutual pair therefore 2.
 * @param options.missing - what an unknown value counts. @defaultValue 'error'
 * @returns four `Scores` without a unit; `null` for an actor without contacts.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m^1.5) at worst, space O(n + m). Scaling and transposition change nothing.
 *
 * Source: Burt 1992, Structural Holes, ch. 2, eqs 2.2 to 2.4 and 2.9; Burt 2004, American Journal of Sociology 110:349–399. One contact counts as full hierarchy.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { structuralHoles } from 'guanxi/metrics'
 *
 * const star = snapshotFrom({ ids: ['agency', 'street', 'residents'], source: [0, 0], target: [1, 2] })
 * structuralHoles(star).constraint.toJSON() // => [['agency', 0.5], ['street', 1], ['residents', 1]]
 * ```
 */
export function structuralHoles(network: NetworkLike, options: TieOptions = {}): StructuralHoles {
  checkOptions('structuralHoles', options, tieRules)
  const { snapshot, graph, weights } = readTies('structuralHoles', network, options)
  const pairs = couplings(graph, weights)
  const { order } = pairs
  const forward = forwardPairs(pairs)
  const { original, offsets, targets, position } = forward
  const weight = new Float64Array(position.length)
  const strength = new Float64Array(order)
  const largest = new Float64Array(order)
  const contacts = new Uint32Array(order)
  for (let u = 0; u < order; u++)
    for (let k = offsets[u]!; k < offsets[u + 1]!; k++) {
      const v = targets[k]!
      const both = pairs.total[position[k]!]!
      weight[k] = both
      strength[u]! += both
      strength[v]! += both
      if (both > largest[u]!) largest[u] = both
      if (both > largest[v]!) largest[v] = both
      contacts[u]!++
      contacts[v]!++
    }
  const { indirect, overlap } = redundancy(forward, weight, strength, largest)

  const total = new Float64Array(order) // C_i
  const spread = new Float64Array(order) // Σ c ln c
  for (let u = 0; u < order; u++)
    for (let k = offsets[u]!; k < offsets[u + 1]!; k++) {
      const v = targets[k]!
      const both = weight[k]! + indirect[k]!
      const fromU = (both / strength[u]!) ** 2
      const fromV = (both / strength[v]!) ** 2
      total[u]! += fromU
      total[v]! += fromV
      spread[u]! += fromU * Math.log(fromU)
      spread[v]! += fromV * Math.log(fromV)
    }
  const columns = Array.from({ length: 4 }, () => new Float64Array(order).fill(Number.NaN))
  const [constraint, effectiveSize, efficiency, hierarchy] = columns as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let u = 0; u < order; u++) {
    const count = contacts[u]!
    if (count === 0) continue
    const i = original[u]!
    const size = count - overlap[u]! / strength[u]!
    constraint[i] = total[u]!
    effectiveSize[i] = size
    efficiency[i] = size / count
    // Σ x ln x with x = c N / C, where Σ x = N; rounding can carry an even spread just below 0.
    const entropy = (count * spread[u]!) / total[u]! + count * Math.log(count / total[u]!)
    hierarchy[i] = count === 1 ? 1 : Math.max(0, entropy / (count * Math.log(count)))
  }
  const reason = 'an actor without contacts'
  return {
    constraint: new Scores(snapshot.ids, constraint, { reason }),
    effectiveSize: new Scores(snapshot.ids, effectiveSize, { reason }),
    efficiency: new Scores(snapshot.ids, efficiency, { reason }),
    hierarchy: new Scores(snapshot.ids, hierarchy, { reason }),
  }
}
