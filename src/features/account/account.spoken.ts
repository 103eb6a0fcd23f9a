import type { Contract } from '../../../types/contract'
import { ACCOUNT_TEXT } from './account.text'
import { HELPING_TEXT } from './helping/helping.text'
import { JOINING_TEXT } from './joining/joining.text'

const { title, say } = ACCOUNT_TEXT.newcomer
const REQUEST = JOINING_TEXT.request

/** What a newcomer has to do, how their request stands, and that somebody asks to act for one. */
export function spokenAccount({ me }: Contract['home.view']['output']): string | undefined {
  const { request, dependents } = me
  const said = [
    ...(me.asking > 0 ? [HELPING_TEXT.home.spokenAsking] : []),
    ...(request?.state === 'waiting' ? [REQUEST.spokenWaiting(request.place)] : []),
    ...(request?.state === 'refused' ? [REQUEST.spokenRefused(request.reason ?? '')] : []),
    ...dependents.map(({ name }) => HELPING_TEXT.act(name)),
    ...(me.state === 'newcomer' && !request ? [title, say] : []),
  ]
  return said.length > 0 ? said.join('。') : undefined
}
