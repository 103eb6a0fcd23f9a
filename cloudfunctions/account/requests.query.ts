import type { JoinRequest } from '../../types/contract/account-joining'
import { readCollection } from '../shared/db'
import { together } from '../shared/together'
import type { RequestDoc, ResidentDoc } from './account.docs'
import { maskName, maskPhone } from './mask.rules'
import { openOfRequest } from './sealed-texts'
import { isHome } from './places.rules'

const residents = readCollection<ResidentDoc>('residents')

/** Most people of one name that are compared with a request. */
const NAMESAKES = 20

/** Requests as staff see them, each with those on the roster whom it may be. */
export const presentRequests = (
  found: readonly RequestDoc[],
  now: number,
): Promise<JoinRequest[]> => together(found.map((request) => presentRequest(request, now)))

export async function presentRequest(request: RequestDoc, now: number): Promise<JoinRequest> {
  const { _id, kind, state, name, place, room, relation, forName, askedAt, expiresAt, say } =
    request
  const waits = state === 'waiting'
  const [phone, matches] = await together([
    openOfRequest(request, 'phone'),
    waits ? matchesOf(request) : Promise.resolve([]),
  ])
  return {
    requestId: _id,
    kind,
    state: waits && expiresAt <= now ? 'expired' : state,
    name,
    ...(phone ? { phone: maskPhone(phone) } : {}),
    place,
    room,
    relation,
    ...(forName ? { forName } : {}),
    askedAt,
    matches,
    ...(say ? { reason: say } : {}),
  }
}

/** People of the community by that name; those of the room first. */
async function matchesOf({ kind, communityId, name, forName, room }: RequestDoc) {
  const found = await residents.list({
    where: { communityId, name: kind === 'help' ? (forName ?? '') : name },
    limit: NAMESAKES,
  })
  return found
    .filter(({ state, accountId }) => state === 'living' && (kind === 'help' || !accountId))
    .map(({ _id, name: fullName, home = '' }) => ({
      residentId: _id,
      name: maskName(fullName),
      place: home,
      sameRoom: isHome(home, room),
    }))
    .sort((a, b) => Number(b.sameRoom) - Number(a.sameRoom))
}
