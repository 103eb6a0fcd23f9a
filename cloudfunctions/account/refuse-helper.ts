import { account } from '../../types/contract/account'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import { applyApproval } from './approved'
import { viewHelping } from './helping.query'
import { answer, findRequest } from './requests.store'

export const refuseHelper = handle(account.refuseHelper, async (call, { requestId }) => {
  const { actor, subject, tap } = call
  const request = await findRequest(requestId)
  if (request?.residentId !== subject.residentId || request.kind !== 'help') {
    return refuse('NOT_FOUND')
  }
  const seen = tapSeen(request.taps, tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  if (seen === 'new') {
    const given = { state: 'refused', answeredBy: actor.ref } as const
    if (!(await answer(request, given, tap))) return refuse('REQUEST_ANSWERED')
  }
  const answered = (await findRequest(requestId)) ?? refuse('BUSY')
  if (answered.outbox.length > 0) await applyApproval(answered)
  return viewHelping({ ...call, desk: call.by?.kind === 'desk' })
})
