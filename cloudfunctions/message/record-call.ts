import { message } from '../../types/contract/message'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { tapSeen } from '../shared/taps'
import type { CallDoc } from '../shared/to-call'
import { findCall } from './calls.query'
import { noteCall } from './calls.store'
import { presentCalls } from './calls.present'

/** One that somebody else ended meanwhile stays ended: the office sees how. */
export const recordCall = handle(message.recordCall, async (call, { callId, result, note }) => {
  const { actor, post, tap, now } = call
  const doc = await findCall(callId)
  if (doc?.communityId !== communityOf(post) || doc.state === 'maybe') return refuse('NOT_FOUND')
  const seen = tapSeen(doc.taps, tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  if (seen === 'same' || doc.state === 'done') return shown(doc)
  await noteCall(callId, { result, ...(note ? { note } : {}), at: now, by: actor.ref }, tap)
  return shown((await findCall(callId)) ?? doc)
})

async function shown(doc: CallDoc) {
  const [person] = await presentCalls([doc])
  return person ?? refuse('NOT_FOUND')
}
