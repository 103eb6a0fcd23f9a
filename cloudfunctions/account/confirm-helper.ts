import { timingSafeEqual } from 'node:crypto'
import { account } from '../../types/contract/account'
import { FIELD_TEXT } from '../../types/contract/fields.text'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import type { RequestDoc } from './account.docs'
import { applyApproval } from './approved'
import { viewHelping } from './helping.query'
import { openOfRequest } from './sealed-texts'
import { answer, countDigits, findRequest } from './requests.store'

/** The person, or the desk for them, lets somebody act for them. */
export const confirmHelper = handle(account.confirmHelper, async (call, { requestId, code }) => {
  const { actor, subject, tap, now } = call
  const desk = call.by?.kind === 'desk'
  const request = await findRequest(requestId)
  if (request?.residentId !== subject.residentId || request.kind !== 'help') {
    return refuse('NOT_FOUND')
  }
  const seen = tapSeen(request.taps, tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  if (seen === 'new') {
    if (request.state !== 'waiting') return refuse('REQUEST_ANSWERED')
    if (request.expiresAt <= now) return refuse('CODE_EXPIRED')
    if (!desk) await tryDigits(request, code)
    const given = { state: 'approved', answeredBy: actor.ref } as const
    if (!(await answer(request, given, tap))) return refuse('REQUEST_ANSWERED')
  }
  await applyApproval((await findRequest(requestId)) ?? refuse('BUSY'))
  return viewHelping({ ...call, desk })
})

/** The six digits: each try is counted before it is looked at, and after the last one none is. */
async function tryDigits(request: RequestDoc, given: string | undefined): Promise<void> {
  if (given === undefined) return refuse('BAD_INPUT', { code: FIELD_TEXT.sixDigits })
  if (!(await countDigits(request._id))) return refuse('CODE_LOCKED')
  const digits = (await openOfRequest(request, 'digits')) ?? ''
  const same =
    digits.length === given.length && timingSafeEqual(Buffer.from(digits), Buffer.from(given))
  if (!same) return refuse('CODE_WRONG')
}
