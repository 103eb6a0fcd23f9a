import { account } from '../../types/contract/account'
import type { RoomGiven } from '../../types/contract/people'
import { FIELD_TEXT } from '../../types/contract/fields.text'
import { LIMITS } from '../../types/contract/limits'
import { liveGrants } from '../shared/access.rules'
import { POLICY_VERSION } from '../shared/consent'
import { sha256 } from '../shared/digest'
import { refuse } from '../shared/errors'
import { listKeyOf } from '../shared/list-key.rules'
import { type CommandCall, handle } from '../shared/serve'
import { DAY } from '../shared/time'
import type { RegionDoc, RequestDoc } from './account.docs'
import { changeAccount, findAccount, openAccount } from './account.store'
import { presentHelp } from './helping.query'
import { drawDigits } from './letters'
import { openOfRequest, sealedForRequest } from './sealed-texts'
import { homeName } from './places.rules'
import { findCommunity, householdIdOf } from './places.store'
import { listAskedBy } from './account.query'
import { findRequest, insertRequest } from './requests.store'
import { listHousehold } from './residents.store'
import { namesakes } from './roster-match.rules'

/** How long the person has to answer; at the desk it may take a few days. */
const GOOD_FOR = 7 * DAY

/**
 * Registers someone the caller looks after. Whether such a person is on the roster is not said: the
 * answer is the same, and only they, or the desk, can let the caller in.
 */
export const addDependent = handle(account.addDependent, async (call, input) => {
  const { openid, tap, now } = call
  if (input.policyVersion !== POLICY_VERSION) {
    return refuse('BAD_INPUT', { policyVersion: FIELD_TEXT.policyChanged })
  }
  const community = await findCommunity(input.room.communityId)
  if (!community) return refuse('NOT_FOUND')
  const requestId = `help-${sha256(`${openid} ${tap.tapId}`).slice(0, 24)}`
  const former = await findRequest(requestId)
  if (former) return shown(former, tap.of, now)
  const { asker, waiting } = await introduce(call, input)
  const live = liveGrants(asker.grants, now)
  if (waiting.length >= LIMITS.helpRequests || live.length >= LIMITS.dependents) {
    return refuse('TOO_MANY_REQUESTS')
  }

  const householdId = householdIdOf(community, input.room)
  const roster = await listHousehold(community._id, householdId)
  const known = namesakes(roster, householdId, input.name)
  const residentId = known.length === 1 ? known[0]?._id : undefined
  if (
    waiting.some((one) => one.forName === input.name && one.place === placeOf(community, input))
  ) {
    return refuse('REQUEST_WAITING')
  }
  if (
    live.some(
      (grant) =>
        grant.residentId === residentId ||
        (grant.name === input.name && grant.communityId === community._id),
    )
  ) {
    return refuse('ALREADY_HELPING')
  }
  const request: RequestDoc = {
    _id: requestId,
    kind: 'help',
    communityId: community._id,
    region: community.path,
    accountId: openid,
    ref: asker.ref,
    name: asker.name,
    ...(await sealedForRequest(requestId, { phone: input.myPhone, digits: drawDigits() })),
    room: input.room,
    place: placeOf(community, input),
    relation: input.relation,
    scope: input.scope,
    forName: input.name,
    ...(residentId === undefined || residentId === call.subject?.residentId ? {} : { residentId }),
    state: 'waiting',
    tries: 0,
    expiresAt: now + GOOD_FOR,
    askedAt: tap.at,
    listKey: listKeyOf(tap.at, requestId),
    taps: [tap],
    outbox: [],
  }
  await insertRequest(request)
  return shown((await findRequest(requestId)) ?? request, tap.of, now)
})

interface Input {
  myName?: string | undefined
  policyVersion: string
}

/** The caller's account, made for someone new, and how many of their requests wait. */
async function introduce(
  { actor, openid, tap, now }: CommandCall<'anyone'>,
  { myName, policyVersion }: Input,
) {
  if (!actor?.name && !myName) return refuse('BAD_INPUT', { myName: FIELD_TEXT.writeName })
  const policy = { version: policyVersion, at: tap.at }
  if (!actor) await openAccount(openid, { name: myName, policyVersion }, {}, tap)
  else if (!actor.name || actor.policy?.version !== policyVersion) {
    await changeAccount(openid, {}, { policy, ...(actor.name ? {} : { name: myName }) }, tap)
  }
  const asker = (await findAccount(openid)) ?? refuse('BUSY')
  const asked = await listAskedBy(openid)
  const waiting = asked.filter(
    ({ kind, state, expiresAt }) => kind === 'help' && state === 'waiting' && expiresAt > now,
  )
  return { asker, waiting }
}

const placeOf = (community: RegionDoc, { room }: { room: RoomGiven }): string =>
  `${community.name} ${homeName(room)}`

/** The request as its asker sees it, with the digits to read out. */
async function shown(request: RequestDoc, of: string, now: number) {
  if (request.taps[0]?.of !== of) return refuse('TAP_REUSED')
  const code = await openOfRequest(request, 'digits')
  return { ...presentHelp(request, request.forName ?? '', now), ...(code ? { code } : {}) }
}
