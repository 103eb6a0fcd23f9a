import { account } from '../../types/contract/account'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import { viewMe } from './account.query'
import { answer, findRequest, settleRequest } from './requests.store'

export const withdrawRequest = handle(account.withdrawRequest, async (call, { requestId }) => {
  const { actor, openid, tap } = call
  const request = await findRequest(requestId)
  if (request?.accountId !== openid || !actor) return refuse('NOT_FOUND')
  const seen = tapSeen(request.taps, tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  if (seen === 'new') {
    const given = { state: 'withdrawn', answeredBy: actor.ref } as const
    if (!(await answer(request, given, tap))) return refuse('REQUEST_ANSWERED')
    await settleRequest(request)
  }
  return viewMe(call)
})
