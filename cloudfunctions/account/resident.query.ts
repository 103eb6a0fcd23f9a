import type { ListedResident, ResidentCard } from '../../types/contract/account-roster'
import { liveRoles } from '../shared/access.rules'
import type { Account } from '../shared/actor'
import { readCollection } from '../shared/db'
import { keyRing } from '../shared/keys'
import { log } from '../shared/log'
import type { KeyRing } from '../shared/seal'
import { openField, sealingOf } from '../shared/sealed-fields'
import { together } from '../shared/together'
import type { ResidentDoc } from './account.docs'
import { maskName, maskPhone } from './mask.rules'

const accounts = readCollection<Account>('accounts')
const RESIDENTS = sealingOf('residents')

/** A sealed part of a record; null when there is none, or its key is gone. */
export function openOf(ring: KeyRing, resident: ResidentDoc, field: 'phone' | 'birthDay') {
  try {
    return openField(ring, RESIDENTS, resident, field)
  } catch {
    log('error', 'cannot be opened', { id: resident._id, field })
    return null
  }
}

/** People as a search shows them: enough to know whom, too little to use. */
export async function presentListed(found: readonly ResidentDoc[]): Promise<ListedResident[]> {
  const ring = found.some(({ phone }) => phone) ? await keyRing() : null
  return found.map((resident) => listed(resident, ring))
}

function listed(resident: ResidentDoc, ring: KeyRing | null): ListedResident {
  const { _id, name, home = '', accountId } = resident
  const phone = ring && openOf(ring, resident, 'phone')
  return {
    residentId: _id,
    name: maskName(name),
    place: home,
    ...(phone ? { phone: maskPhone(phone) } : {}),
    joined: accountId !== undefined,
  }
}

/** One person, as staff work with them. */
export async function presentCard(resident: ResidentDoc, now: number): Promise<ResidentCard> {
  const { name, homes, attributes, rosterKey, state, endedAt, version, accountId } = resident
  const [ring, account] = await together([
    resident.phone ? keyRing() : Promise.resolve(null),
    accountId ? accounts.find(accountId) : Promise.resolve(null),
  ])
  const roles = liveRoles(account?.roles ?? [], now).map(({ role }) => role)
  return {
    ...listed(resident, ring),
    fullName: name,
    phoneVerified: resident.phoneVerified,
    hasBirthDay: typeof resident.birthDay === 'string',
    homes: homes
      .filter(({ until }) => until === undefined)
      .map(({ householdId, home, relation, since }) => ({
        householdId,
        place: home,
        relation,
        since,
      })),
    attributes: attributes.map(({ name: of, value, basis, setAt, reviewDay }) => ({
      name: of,
      value,
      basis,
      setAt,
      ...(reviewDay ? { reviewDay } : {}),
    })),
    ...(rosterKey ? { rosterKey } : {}),
    roles: [...new Set(roles)],
    state,
    ...(endedAt === undefined ? {} : { endedAt }),
    version,
  }
}
