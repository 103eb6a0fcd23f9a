import type { CallEvent } from '../../types/contract/wire'
import { currentOpenid } from './person.h5'
import { CallFailed, type PlatformFailure } from './transport.failure'
import { withPatience } from './transport.patience'

export function startTransport(): void {
  // H5 is served by the local cloud that it talks to.
}

/** Sends one event to a cloud function and gives its raw reply; throws as wx.cloud.callFunction would. */
export async function send(name: string, event: CallEvent): Promise<unknown> {
  const answer = await withPatience(post(`/call/${name}`, event))
  if ('errMsg' in answer) throw new CallFailed(answer)
  return answer.result
}

type Answer = { result: unknown } | PlatformFailure

async function post(url: string, event: CallEvent): Promise<Answer> {
  const openid = await currentOpenid()
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(openid ? { 'x-openid': openid } : {}) },
    body: JSON.stringify(event),
  }).catch((cause: unknown) => {
    throw new CallFailed({ errMsg: String(cause), unreachable: true })
  })
  return (await response.json()) as Answer
}
