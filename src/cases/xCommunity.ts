import { createNetwork } from '../model/createNetwork.ts'
import { type ActorKind, kindLabels } from '../model/kinds.ts'
import type { ActorRecord, RelationNetwork } from '../model/network.ts'
import { codings } from './codings.ts'
import { caseTies, tieRecord } from './ties.ts'

const actor = (id: string, kind: ActorKind, more: Partial<ActorRecord> = {}): ActorRecord => ({
  id,
  kind,
  label: { ...kindLabels[kind] },
  ...more,
})

/**
 * The case: the X community and the agency that serves it, at the start of the contract.
 *
 * Eight actors (street office, community, agency, residents, and four partners that the agency may link) and 18 ties with
 * power, resources and trust in [0, 1]. The paper ranks the ties and gives no numbers; every value carries evidence: the
 * section that speaks of it, and the range and reason of what is assumed. Facts about the community are its attributes.
 *
 * @returns a fresh network each time; its attribute `codings` holds table 1.
 *
 * Source: a case study of one government-purchased social-work project, Public and Policy 2025 no. 14; sections in the evidence.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 *
 * const network = xCommunity()
 * network.order // => 8
 * network.getNodeAttribute('community', 'households') // => 2130
 * ```
 */
export function xCommunity(): RelationNetwork {
  return createNetwork({
    name: 'X社区 X community',
    attributes: {
      source: '《公众与政策》2025年第14期；Public and Policy 2025 (14)',
      codings: codings.map(({ code, actor: concerned, count, logic }) => ({ code, actor: concerned, count, logic })),
    },
    actors: [
      actor('street', 'street-office'),
      actor('community', 'community', {
        founded: '2018-04-20',
        areaKm2: 0.233,
        blocks: 60,
        villas: 42,
        households: 2130,
        partyMembers: 406,
      }),
      actor('agency', 'social-work-agency', { contracted: 2020 }),
      actor('residents', 'residents', { residents: 6500 }),
      actor('property', 'property-company'),
      actor('co-building', 'co-building-unit'),
      actor('volunteers', 'volunteers'),
      actor('media', 'media'),
    ],
    ties: caseTies().map(tieRecord),
  })
}
