import { account } from '../../types/contract/account'
import type { ParsedInputOf } from '../../types/contract/operation'
import { liveGrants } from '../shared/access.rules'
import { sha256 } from '../shared/digest'
import { refuse } from '../shared/errors'
import { changeFollowed, findChange, recordChange } from '../shared/person-changes'
import { type CommandCall, handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { tapSeen } from '../shared/taps'
import type { ResidentDoc } from './account.docs'
import { endGrant } from './account.store'
import { listHelpersOf } from './accounts.query'
import { followEnded } from './ending'
import { grantEndsWithHome } from './ending.rules'
import { followRecord } from './follow-record'
import { findCommunity, findHousehold, openHousehold, openSplitHousehold } from './places.store'
import { presentCard } from './resident.query'
import { homesEnded } from './resident.rules'
import { changeResident, findResident, getResidentOf } from './residents.store'

type Call = CommandCall<'role'>
type Input = ParsedInputOf<typeof account.endResidence>

/** Leaves the community, or one home of several, or gets a household of their own. */
export const endResidence = handle(account.endResidence, async (call, input) => {
  const { post, tap, now } = call
  const resident = await getResidentOf(communityOf(post), input.residentId)
  const seen = tapSeen(resident.taps, tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  if (seen === 'new') await end(call, resident, input)
  else if (resident.behind !== undefined) await followRecord(resident._id)
  return presentCard((await findResident(resident._id)) ?? resident, now)
})

async function end(call: Call, resident: ResidentDoc, input: Input): Promise<void> {
  const { householdId, reason } = input
  const live = resident.homes.filter(({ until }) => until === undefined)
  const ending = live.filter(
    (home) => householdId === undefined || home.householdId === householdId,
  )
  const changeId = `ended-${sha256(`${resident._id} ${call.tap.tapId}`).slice(0, 24)}`
  if (reason === 'split' || reason === 'grownUp') return getOwnHousehold(call, resident, input)
  const leaves = reason === 'death' || ending.length === live.length
  if (!leaves && ending.length === 0) return refuse('RESIDENCE_ENDED')
  if (!leaves) return leaveOneHome(call, resident, ending[0]?.householdId ?? '')
  if (resident.state !== 'living' && !(await isGoingOn(changeId, resident))) {
    return refuse('RESIDENCE_ENDED')
  }
  const change = await recordChange({
    _id: changeId,
    kind: 'ended',
    residentId: resident._id,
    communityId: resident.communityId,
    reason,
    tellHelpers: input.tellHelpers,
    by: call.actor.ref,
    at: call.now,
  })
  if (change.reason !== reason) return refuse('TAP_REUSED')
  await followEnded(change)
  await changeFollowed(change._id, 'account')
}

/** This very tap has closed the record before, and died. */
const isGoingOn = async (changeId: string, { _id }: ResidentDoc): Promise<boolean> =>
  (await findChange(changeId))?.residentId === _id

async function leaveOneHome(
  { tap, now }: Call,
  resident: ResidentDoc,
  householdId: string,
): Promise<void> {
  const after = homesEnded(resident.homes, now, (home) => home.householdId === householdId)
  await write(resident, after, now, tap)
}

async function getOwnHousehold(call: Call, resident: ResidentDoc, input: Input): Promise<void> {
  const { tap, now } = call
  const { householdId, reason, room } = input
  const from = resident.homes.find(
    (home) =>
      home.until === undefined && (householdId === undefined || home.householdId === householdId),
  )
  if (resident.state !== 'living' || !from) return refuse('RESIDENCE_ENDED')
  const former = (await findHousehold(from.householdId)) ?? refuse('NOT_FOUND')
  const community = (await findCommunity(resident.communityId)) ?? refuse('NOT_FOUND')
  const own = room
    ? await openHousehold(community, room)
    : await openSplitHousehold(former, sha256(tap.tapId).slice(0, 8))
  const { homes } = homesEnded(resident.homes, now, (home) => home === from)
  const { _id, home } = own
  const moved = { householdId: _id, home, relation: 'owner' as const, since: now }
  await endGrantsByFamily(
    resident._id,
    from.householdId,
    reason === 'split' ? 'split' : 'grownUp',
    now,
  )
  await write(resident, { homes: [moved, ...homes], home }, now, tap)
}

async function endGrantsByFamily(
  residentId: string,
  householdId: string,
  reason: 'split' | 'grownUp',
  now: number,
): Promise<void> {
  for (const helper of await listHelpersOf(residentId)) {
    const livedTogether = helper.homes.some((home) => home.householdId === householdId)
    for (const grant of liveGrants(helper.grants, now)) {
      if (grant.residentId !== residentId) continue
      if (grantEndsWithHome(grant, livedTogether, reason))
        await endGrant(helper, grant.grantId, now)
    }
  }
}

/** The record first; its account follows, here or by the ticker. */
async function write(
  resident: ResidentDoc,
  { homes, home }: { homes: ResidentDoc['homes']; home: string | null },
  now: number,
  tap: Call['tap'],
): Promise<void> {
  const change = { homes, ...(home === null ? {} : { home }), behind: now }
  if (!(await changeResident(resident, { state: 'living' }, change, tap))) return refuse('BUSY')
  await followRecord(resident._id)
}
