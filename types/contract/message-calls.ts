import * as v from 'valibot'
import { callNote, callResult } from './announcement-desk'
import { after, at, id, page } from './fields'
import { noticeFact } from './message-inbox'
import { office, officeList } from './message-office'
import { operation } from './operation'

/** Somebody who must hear of something and could not be reached: staff call. */
export const personToCall = v.object({
  callId: v.string(),
  residentId: v.string(),
  name: v.string(),
  home: v.optional(v.string()),
  about: noticeFact,
  since: at,
  call: v.optional(
    v.object({
      result: callResult,
      note: v.optional(v.string()),
      at,
      by: v.string(),
    }),
  ),
})
export type PersonToCall = v.InferOutput<typeof personToCall>

/** Calls of the office to those whom nothing else reached. */
export const messageCalls = {
  /** Whom the office calls because nothing else reached them, the longest waiting first. */
  listCalls: operation({
    kind: 'query',
    access: officeList,
    input: v.object({ after }),
    output: page(personToCall),
    errors: [],
  }),

  /** What became of a call; `told`, `visited` and `refused` end it. */
  recordCall: operation({
    kind: 'command',
    access: office,
    input: v.object({ callId: id, result: callResult, note: callNote }),
    output: personToCall,
    errors: ['NOT_FOUND', 'TAP_REUSED'],
  }),
}
