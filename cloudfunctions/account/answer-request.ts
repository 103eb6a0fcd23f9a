import { account } from '../../types/contract/account'
import { sha256 } from '../shared/digest'
import { refuse } from '../shared/errors'
import { type CommandCall, handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { tapSeen } from '../shared/taps'
import type { HouseholdDoc, RequestDoc } from './account.docs'
import { applyApproval } from './approved'
import { findCommunity, openHousehold } from './places.store'
import { presentRequest } from './requests.query'
import { answer, type Answer, findRequest } from './requests.store'
import { findResident, insertResident, linkAccount } from './residents.store'

type Call = CommandCall<'role'>

/**
 * The person's record is found or made first, then the request is answered, and what follows from that
 * reaches the asker's account: by this call, or by the ticker where it dies.
 */
export const answerRequest = handle(account.answerRequest, async (call, input) => {
  const { post, actor, tap } = call
  const request = await findRequest(input.requestId)
  if (request?.communityId !== communityOf(post)) return refuse('NOT_FOUND')
  const seen = tapSeen(request.taps, tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  if (seen === 'new') {
    if (request.state !== 'waiting') return refuse('REQUEST_ANSWERED')
    const given: Answer =
      input.answer === 'refuse'
        ? { state: 'refused', say: input.say, answeredBy: actor.ref }
        : {
            state: 'approved',
            answeredBy: actor.ref,
            ...(await admit(call, request, input.residentId ?? request.residentId)),
          }
    if (!(await answer(request, given, tap))) return refuse('REQUEST_ANSWERED')
  }
  const answered = (await findRequest(request._id)) ?? refuse('BUSY')
  await applyApproval(answered)
  return presentRequest(answered, call.now)
})

/** Whom the request is for from now on: a person of the roster, or one who is entered by it. */
async function admit(
  call: Call,
  request: RequestDoc,
  residentId: string | undefined,
): Promise<{ residentId: string; householdId: string }> {
  const community = (await findCommunity(request.communityId)) ?? refuse('NOT_FOUND')
  const household = await openHousehold(community, request.room)
  const householdId = household._id
  if (residentId === undefined)
    return { residentId: await enter(call, request, household), householdId }
  const resident = await findResident(residentId)
  if (resident?.communityId !== request.communityId || resident.state !== 'living') {
    return refuse('NOT_FOUND')
  }
  if (request.kind === 'join' && !(await linkAccount(resident, request.accountId))) {
    return refuse('NAME_TAKEN')
  }
  return { residentId, householdId }
}

/** Enters whoever is not on the roster yet: the asker, or the one they ask for. */
async function enter(
  { now }: Call,
  { _id, kind, name, forName, accountId, relation }: RequestDoc,
  household: HouseholdDoc,
): Promise<string> {
  // Of the request, so that approving it again enters nobody twice.
  const residentId = `r-${sha256(_id).slice(0, 24)}`
  const join = kind === 'join'
  await insertResident({
    residentId,
    name: join ? name : (forName ?? name),
    household,
    relation: join && isHomeRelation(relation) ? relation : 'family',
    since: now,
    ...(join ? { accountId } : {}),
  })
  return residentId
}

const isHomeRelation = (relation: string): relation is 'owner' | 'tenant' | 'family' | 'other' =>
  ['owner', 'tenant', 'family', 'other'].includes(relation)
