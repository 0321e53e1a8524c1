/** What an actor is in a purchased service: who pays, who hosts, who provides, for whom, and with whose help. */
export type Role = 'purchaser' | 'host' | 'provider' | 'public' | 'partner'

const rolesOfKinds: Readonly<Record<string, Role>> = {
  'street-office': 'purchaser',
  'district-government': 'purchaser',
  community: 'host',
  'social-work-agency': 'provider',
  residents: 'public',
}

/**
 * The role that a kind of actor plays; a kind that is not known by name is a partner.
 *
 * @param roles - roles of further kinds, or other roles for known ones.
 */
export function roleOf(kind: string, roles: Readonly<Record<string, Role>> = {}): Role {
  if (Object.hasOwn(roles, kind)) return roles[kind]!
  return Object.hasOwn(rolesOfKinds, kind) ? rolesOfKinds[kind]! : 'partner'
}
