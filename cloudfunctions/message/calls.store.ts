import { _, collection } from '../shared/db'
import { type Tap, TAPS_KEPT } from '../shared/taps'
import type { CallDoc } from '../shared/to-call'
import { type Call, isEnd } from './calls.rules'

const calls = collection<CallDoc>('calls')

/** What became of a call. */
export const noteCall = (callId: string, call: Call, tap: Tap): Promise<boolean> =>
  calls.updateOne(
    callId,
    { state: 'open', 'taps.tapId': _.neq(tap.tapId) },
    {
      call,
      state: isEnd(call) ? 'done' : 'open',
      taps: _.push({ each: [tap], slice: -TAPS_KEPT }),
    },
  )

/** From now on staff call. */
export const openCall = (callId: string): Promise<boolean> =>
  calls.updateOne(callId, { state: 'maybe' }, { state: 'open' })

/** They know: nobody calls, unless it has come to something else meanwhile. */
export const dropCall = (callId: string, state: CallDoc['state']): Promise<boolean> =>
  calls.removeIf(callId, { state })
