import type { Me } from '../../types/contract/account'
import { lastOf } from '../shared/access.rules'
import type { Account, ActsAs, Subject } from '../shared/actor'
import { POLICY_VERSION } from '../shared/consent'
import { readCollection } from '../shared/db'
import { keyRing } from '../shared/keys'
import { openField, sealingOf } from '../shared/sealed-fields'
import { together } from '../shared/together'
import type { RegionDoc, RequestDoc } from './account.docs'
import { maskPhone } from './mask.rules'
import { placesOf, presentMe } from './me.rules'

const regions = readCollection<RegionDoc>('regions')
const requests = readCollection<RequestDoc>('requests')

const ACCOUNTS = sealingOf('accounts')

/** Whose "me" it is: the caller's own, or that of the person acted for. */
export interface Viewed {
  actor: Account | null
  subject: Subject | null
  by?: ActsAs | undefined
  now: number
}

/** Who the caller is here; or who the person is, for whoever acts for them. One round of reads. */
export async function viewMe({ actor, subject, by, now }: Viewed): Promise<Me> {
  if (by && subject) return viewOther(subject, by)
  if (!actor) return presentMe(null, [], now)
  const wanted = placesOf(actor, now)
  const [places, request, asking, phone] = await together([
    wanted.length > 0 ? regions.findMany(wanted) : Promise.resolve([]),
    actor.requestId ? requests.find(actor.requestId) : Promise.resolve(null),
    actor.residentId ? listAsking(actor.residentId, now) : Promise.resolve([]),
    maskedPhone(actor),
  ])
  return {
    ...presentMe(actor, places, now),
    ...(request ? requestOf(request, now) : {}),
    asking: asking.length,
    ...(phone ? { phone: { masked: phone, verified: actor.phoneVerified === true } } : {}),
  }
}

/** Those who ask to act for a resident, and whose question is still open. */
export const listAsking = async (residentId: string, now: number): Promise<RequestDoc[]> => {
  const found = await requests.list({ where: { residentId, state: 'waiting' }, limit: 20 })
  return found.filter(({ kind, expiresAt }) => kind === 'help' && expiresAt > now)
}

/** What an account asked for, newest first. */
export const listAskedBy = (accountId: string): Promise<RequestDoc[]> =>
  requests.list({ where: { accountId }, orderBy: [['listKey', 'desc']], limit: 50 })

/** Somebody else's "me" holds what those who act for them need, and no more. */
async function viewOther({ communityId, name, home }: Subject, by: ActsAs): Promise<Me> {
  const region = await regions.find(communityId)
  return {
    ...presentMe(null, [], 0),
    state: 'active',
    name,
    places: region?.names ?? [],
    ...(home ? { home } : {}),
    roles: ['resident'],
    ...(region?.office ? { office: region.office } : {}),
    seenBy: by.kind,
    // Consent is asked of whoever types: the helper or the desk.
    privacy: { current: POLICY_VERSION, agreed: POLICY_VERSION },
  }
}

function requestOf(
  { _id, state, kind, place, say, askedAt, expiresAt }: RequestDoc,
  now: number,
): Pick<Me, 'request'> {
  if (kind !== 'join' || (state !== 'waiting' && state !== 'refused')) return {}
  // Nobody answered: as if it had not been asked.
  if (state === 'waiting' && expiresAt <= now) return {}
  return { request: { requestId: _id, place, state, askedAt, ...(say ? { reason: say } : {}) } }
}

async function maskedPhone(actor: Account): Promise<string | null> {
  if (!actor.phone) return null
  const phone = openField(await keyRing(), ACCOUNTS, actor, 'phone')
  return phone === null ? null : maskPhone(phone)
}

/** A page of where people can live: all communities, or what lies directly in a place. */
export const listPlacesIn = (parent: string | undefined): Promise<RegionDoc[]> =>
  parent === undefined
    ? regions.list({ where: { level: 'community' }, orderBy: [['path', 'asc']], limit: PLACES })
    : regions.list({ where: { parent }, orderBy: [['listKey', 'asc']], limit: PLACES })

const PLACES = 500

export const findPlace = (region: string): Promise<RegionDoc | null> => regions.find(lastOf(region))

/** The names of regions by path, e.g. 和平区 南湖街道. */
export async function namesOfRegions(paths: readonly string[]): Promise<Map<string, string[]>> {
  const ids = [...new Set(paths)].map(lastOf)
  const found = ids.length > 0 ? await regions.findMany(ids) : []
  return new Map(found.map(({ path, names }) => [path, names]))
}
