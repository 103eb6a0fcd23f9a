import type { CallEvent } from '../../types/contract/wire'
import { currentOpenid } from './person.h5'
import { CallFailed, type PlatformFailure } from './transport.failure'

/** How long a call may take before the page gives up. */
const PATIENCE_MS = 20_000

export function startTransport(): void {
  // H5 is served by the local cloud that it talks to.
}

/** Sends one event to a cloud function and gives its raw reply; throws as wx.cloud.callFunction would. */
export async function send(name: string, event: CallEvent): Promise<unknown> {
  const openid = await currentOpenid()
  const answer = await Promise.race([post(`/call/${name}`, event, openid), patience()])
  if ('errMsg' in answer) throw new CallFailed(answer)
  return answer.result
}

type Answer = { result: unknown } | PlatformFailure

async function post(url: string, event: CallEvent, openid: string | undefined): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(openid ? { 'x-openid': openid } : {}) },
    body: JSON.stringify(event),
  }).catch((cause: unknown) => {
    throw new CallFailed({ errMsg: String(cause), unreachable: true })
  })
  return (await response.json()) as Answer
}

const patience = () =>
  new Promise<Answer>((resolve) => {
    setTimeout(() => resolve({ errMsg: 'cloud.callFunction:fail timed out' }), PATIENCE_MS)
  })
