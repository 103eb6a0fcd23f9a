import type { HomeRelation, RoomGiven } from '../../types/contract/people'
import { sha256 } from '../shared/digest'
import { refuse } from '../shared/errors'
import { listKeyOf } from '../shared/list-key.rules'
import type { CommandCall } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import { DAY } from '../shared/time'
import { findAccount, noteRequest, openAccount } from './account.store'
import { sealedPhone, sealedForRequest } from './sealed-texts'
import { findCommunity, householdIdOf } from './places.store'
import { homeName } from './places.rules'
import { findRequest, insertRequest } from './requests.store'

interface JoinInput {
  room: RoomGiven
  name: string
  relation: HomeRelation
  phone?: string | undefined
  policyVersion: string
}

/** A request that nobody answers is asked again, not kept for ever. */
const GOOD_FOR = 90 * DAY

/**
 * Asks staff to be let into a home. The account names the request first, so that of two taps at once one
 * finds the other's; then the request itself is written, by the same tap again where that did not happen.
 */
export async function joinByRequest(call: CommandCall<'anyone'>, input: JoinInput): Promise<void> {
  const { actor, openid, tap, now } = call
  const community = await findCommunity(input.room.communityId)
  if (!community) return refuse('NOT_FOUND')
  const householdId = householdIdOf(community, input.room)
  if (actor?.homes.some((home) => home.householdId === householdId)) {
    return refuse('ALREADY_JOINED')
  }
  const requestId = `join-${sha256(`${openid} ${tap.tapId}`).slice(0, 24)}`
  if (tapSeen(actor?.taps ?? [], tap) !== 'same') {
    const waiting = actor?.requestId ? await findRequest(actor.requestId) : null
    if (waiting?.state === 'waiting' && waiting.expiresAt > now) return refuse('REQUEST_WAITING')
    await note(call, requestId, input)
  }
  const asker = await findAccount(openid)
  if (!asker) return refuse('BUSY')
  await insertRequest({
    _id: requestId,
    kind: 'join',
    communityId: community._id,
    region: community.path,
    accountId: openid,
    ref: asker.ref,
    name: input.name,
    ...(await sealedForRequest(requestId, { phone: input.phone })),
    room: input.room,
    place: `${community.name} ${homeName(input.room)}`,
    relation: input.relation,
    state: 'waiting',
    tries: 0,
    expiresAt: now + GOOD_FOR,
    askedAt: tap.at,
    listKey: listKeyOf(tap.at, requestId),
    taps: [],
    outbox: [],
  })
}

async function note(
  { actor, openid, tap }: CommandCall<'anyone'>,
  requestId: string,
  { name, phone, policyVersion }: JoinInput,
): Promise<void> {
  const more = phone && !actor?.phone ? await sealedPhone(openid, actor, phone) : undefined
  const introduced = { name, policyVersion }
  const done = actor
    ? await noteRequest(actor, requestId, introduced, tap, more)
    : await openAccount(openid, introduced, { requestId, ...more?.change }, tap)
  if (!done) return refuse('BUSY')
}
