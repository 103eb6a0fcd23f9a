import * as v from 'valibot'
import { anyone, residents } from './access'
import { at, id } from './fields'
import { FIELD_TEXT } from './fields.text'
import { operation } from './operation'
import {
  helperRelation,
  helpScope,
  personName,
  phoneNumber,
  policyVersion,
  roomGiven,
} from './people'

/** One person may act for another: seen from either side. */
export const grantView = v.object({
  grantId: v.string(),
  /** The other one: the dependent in the helper's list, the helper in the dependent's. */
  name: v.string(),
  relation: helperRelation,
  scope: helpScope,
  since: at,
  until: v.optional(at),
})
export type GrantView = v.InferOutput<typeof grantView>

/** Somebody asks to act for another, and waits for the answer. */
export const helpRequest = v.object({
  requestId: v.string(),
  name: v.string(),
  relation: helperRelation,
  scope: helpScope,
  state: v.picklist(['waiting', 'refused', 'expired', 'locked']),
  askedAt: at,
  expiresAt: at,
  /** In the helper's list: what they read out to the person over the phone. */
  code: v.optional(v.string()),
  reason: v.optional(v.string()),
})
export type HelpRequest = v.InferOutput<typeof helpRequest>

export const helping = v.object({
  /** Whom I act for. */
  dependents: v.array(
    v.object({ ...grantView.entries, residentId: v.string(), place: v.string() }),
  ),
  /** Whom I asked to act for. */
  asked: v.array(helpRequest),
  /** Who acts for me. */
  helpers: v.array(grantView),
  /** Who asks to act for me. */
  asking: v.array(helpRequest),
})
export type Helping = v.InferOutput<typeof helping>

export const accountHelping = {
  /** Whom I act for and who acts for me, with what still waits for an answer. */
  listHelping: operation({
    kind: 'query',
    access: anyone({ dependents: 'Who helps a person is that person’s to know.', desk: true }),
    input: v.object({}),
    output: helping,
    errors: [],
  }),

  /**
   * Registers someone whom the caller looks after. They confirm with the six digits that the caller
   * reads out to them over the phone, or at the desk; someone without WeChat is a resident all the same.
   * Whether such a person lives there is not said.
   */
  addDependent: operation({
    kind: 'command',
    access: anyone({ dependents: 'A helper cannot hand on what they were given.' }),
    input: v.object({
      name: personName,
      room: roomGiven,
      relation: helperRelation,
      scope: helpScope,
      /** The caller's own name, for someone whom the program does not know yet. */
      myName: v.optional(personName),
      myPhone: v.optional(phoneNumber),
      policyVersion,
    }),
    output: helpRequest,
    errors: ['NOT_FOUND', 'ALREADY_HELPING', 'REQUEST_WAITING', 'TOO_MANY_REQUESTS', 'TAP_REUSED'],
  }),

  /**
   * The person lets somebody act for them, with the six digits that one reads out to them. The desk
   * confirms for a caller without digits.
   */
  confirmHelper: operation({
    kind: 'command',
    access: residents({ dependents: 'A helper cannot let others in.', desk: true }),
    input: v.object({
      requestId: id,
      code: v.optional(
        v.pipe(v.string(FIELD_TEXT.sixDigits), v.regex(/^\d{6}$/, FIELD_TEXT.sixDigits)),
      ),
    }),
    output: helping,
    errors: [
      'NOT_FOUND',
      'CODE_WRONG',
      'CODE_LOCKED',
      'CODE_EXPIRED',
      'REQUEST_ANSWERED',
      'TAP_REUSED',
    ],
  }),

  /** The person does not want somebody to act for them. */
  refuseHelper: operation({
    kind: 'command',
    access: residents({ dependents: 'A helper cannot let others in.', desk: true }),
    input: v.object({ requestId: id }),
    output: helping,
    errors: ['NOT_FOUND', 'REQUEST_ANSWERED', 'TAP_REUSED'],
  }),

  /** Ends acting for another, at once: by either of the two, or by the desk for the person. */
  endHelping: operation({
    kind: 'command',
    access: anyone({ dependents: 'A helper ends their own as themselves.', desk: true }),
    input: v.object({ grantId: id }),
    output: helping,
    errors: ['NOT_FOUND', 'TAP_REUSED'],
  }),
}
