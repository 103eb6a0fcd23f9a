import { account } from '../../types/contract/account'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { tapSeen } from '../shared/taps'
import type { RequestDoc } from './account.docs'
import { applyApproval, enteredBy } from './approved'
import { findCommunity, householdIdOf } from './places.store'
import { presentRequest } from './requests.query'
import { answer, type Answer, findRequest } from './requests.store'
import { findResident } from './residents.store'

/**
 * The answer is one update of the request, so that of two at once one stands; what follows from an
 * approval (the record, the home, the grant) is done by this call, or by the ticker where it dies.
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
            ...(await whomFor(request, input.residentId ?? request.residentId)),
          }
    if (!(await answer(request, given, tap))) return refuse('REQUEST_ANSWERED')
  }
  const answered = (await findRequest(request._id)) ?? refuse('BUSY')
  if ((await applyApproval(answered)) === 'taken') return refuse('NAME_TAKEN')
  return presentRequest(answered, call.now)
})

/** Whom the request is for from now on: a person of the roster, or one who is entered by it. */
async function whomFor(
  request: RequestDoc,
  residentId: string | undefined,
): Promise<{ residentId: string; householdId: string }> {
  const community = (await findCommunity(request.communityId)) ?? refuse('NOT_FOUND')
  const householdId = householdIdOf(community, request.room)
  if (residentId === undefined) return { residentId: enteredBy(request), householdId }
  const resident = await findResident(residentId)
  if (resident?.communityId !== request.communityId || resident.state !== 'living') {
    return refuse('NOT_FOUND')
  }
  const { accountId = request.accountId } = resident
  if (request.kind === 'join' && accountId !== request.accountId) return refuse('NAME_TAKEN')
  return { residentId, householdId }
}
