import * as v from 'valibot'
import { helperRelation } from './people'

/**
 * Who did something in a person's place: somebody they let act for them, with what that one is to them, the desk, or
 * those who give the service. Never who exactly: that stands in the audit trail. Absent where the person did it
 * themselves.
 */
export const doneBy = v.object({
  kind: v.picklist(['helper', 'desk', 'provider']),
  relation: v.optional(helperRelation),
})
export type DoneBy = v.InferOutput<typeof doneBy>
