import type { Contract, OperationName } from '../../types/contract'
import { ERROR_TEXT } from '../../types/contract/errors.text'
import type { CallError, CallEvent, CallReply } from '../../types/contract/wire'
import { loseActing } from '../lib/acting'
import { startAgain } from '../lib/routes'
import { send } from './transport'
import { toCallError } from './transport.failure'

/**
 * What a call ends with. It never throws, so that no screen can forget a refusal. `whom`: the resident it
 * was made for, when that is not the caller.
 */
export type CallResult<Name extends OperationName> =
  | { ok: true; data: Contract[Name]['output']; now: number; whom: string | undefined }
  | { ok: false; error: CallError<Contract[Name]['error']> }

/**
 * Calls one operation of the contract: `await call('booking.reserve', { slotId }, { tapId })`.
 * Screens use `useQuery` and `useCommand`, which keep state, locks and tap ids.
 */
export async function call<Name extends OperationName>(
  name: Name,
  input: Contract[Name]['input'],
  { tapId, whom }: { tapId?: string | undefined; whom?: string | undefined } = {},
): Promise<CallResult<Name>> {
  const event: CallEvent = {
    op: name,
    input,
    ...(tapId ? { tapId } : {}),
    ...(whom ? { onBehalfOf: whom } : {}),
  }
  const fn = name.slice(0, name.indexOf('.'))
  let reply: unknown
  try {
    reply = await send(fn, event)
  } catch (thrown) {
    return { ok: false, error: toCallError(thrown) }
  }
  if (!isReply<Contract[Name]['output'], Contract[Name]['error']>(reply)) {
    return { ok: false, error: { code: 'INTERNAL', message: ERROR_TEXT.INTERNAL, requestId: '' } }
  }
  if (!reply.error) return { ok: true, data: reply.data, now: reply.now, whom }
  // Nothing of that person may stay in sight, on whichever screen it was found out.
  if (whom && reply.error.code === 'NOT_THEIR_HELPER' && loseActing(whom)) void startAgain()
  return { ok: false, error: reply.error }
}

function isReply<Data, Code extends Contract[OperationName]['error']>(
  reply: unknown,
): reply is CallReply<Data, Code> {
  return typeof reply === 'object' && reply !== null && ('data' in reply || 'error' in reply)
}
