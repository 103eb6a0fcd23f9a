import * as v from 'valibot'
import { anyone, members } from './access'
import { at } from './fields'
import { operation } from './operation'
import { helperRelation, homeRelation, phoneNumber, policyVersion } from './people'
import { role } from './role'

const request = v.object({
  requestId: v.string(),
  /** Where they said they live, e.g. 春晓社区 3号楼2单元503室. */
  place: v.string(),
  state: v.picklist(['waiting', 'refused']),
  /** Why staff refused it. */
  reason: v.optional(v.string()),
  askedAt: at,
})

export const me = v.object({
  /** `newcomer` has no community yet and may read public things only. */
  state: v.picklist(['newcomer', 'active']),
  name: v.optional(v.string()),
  /** Where the person lives or works, from the widest to the nearest, e.g. 和平区, 南湖街道, 春晓社区. */
  places: v.array(v.string()),
  /** The person's home, e.g. 3号楼2单元501室. */
  home: v.optional(v.string()),
  roles: v.array(role),
  /** Each role with the place it is held in. */
  posts: v.array(v.object({ role, region: v.string(), place: v.string() })),
  /** Every home of the person; one of them is `current`, and all that is shown is of that one's community. */
  homes: v.array(
    v.object({
      residentId: v.string(),
      householdId: v.string(),
      place: v.string(),
      relation: homeRelation,
      current: v.boolean(),
    }),
  ),
  /** Masked, e.g. 138****8000; `verified` by WeChat or at the desk. */
  phone: v.optional(v.object({ masked: v.string(), verified: v.boolean() })),
  /** A request to join that staff have not answered, or have refused. */
  request: v.optional(request),
  /** Whom the caller may act for. */
  dependents: v.array(
    v.object({
      residentId: v.string(),
      name: v.string(),
      relation: helperRelation,
      place: v.string(),
    }),
  ),
  /** How many ask to act for the caller, and wait for an answer. */
  asking: v.pipe(v.number(), v.integer()),
  /** Set when this is somebody else's: who looks at it, and as what. */
  seenBy: v.optional(v.picklist(['helper', 'desk'])),
  /** The community's service desk; absent for a newcomer. */
  office: v.optional(v.object({ name: v.string(), phone: v.string(), hours: v.string() })),
  privacy: v.object({
    /** The policy version now in force. */
    current: v.string(),
    /** The version this person agreed to, if any. */
    agreed: v.optional(v.string()),
    agreedAt: v.optional(at),
  }),
})
export type Me = v.InferOutput<typeof me>

export const accountMe = {
  /** Who the caller is here. Works for a newcomer too. */
  me: operation({
    kind: 'query',
    access: anyone({ dependents: true }),
    input: v.object({}),
    output: me,
    errors: [],
  }),

  /** The caller agrees to a version of the privacy policy. Only the version in force can be agreed to. */
  agree: operation({
    kind: 'command',
    access: members({ dependents: 'Consent is each person’s own (PIPL art. 14).' }),
    input: v.object({ policyVersion }),
    output: me,
    errors: ['TAP_REUSED'],
  }),

  /** Lives in several homes: what is shown from here on is of this one's community. */
  chooseHome: operation({
    kind: 'command',
    access: members({ dependents: 'It only chooses what one’s own phone shows.' }),
    input: v.object({ residentId: v.string(), householdId: v.string() }),
    output: me,
    errors: ['NOT_FOUND', 'TAP_REUSED'],
  }),

  /**
   * The caller's phone number: by the one-time code of WeChat's getPhoneNumber, which makes it verified,
   * or typed, which leaves it unverified until the desk sees to it. WeChat takes 0.03 yuan for each
   * success, so a number that WeChat verified is not asked for again.
   */
  savePhone: operation({
    kind: 'command',
    access: members({
      dependents: 'A number belongs to the phone that gives it; the desk keeps a dependent’s.',
    }),
    input: v.union([
      v.object({ wechatCode: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
      v.object({ typed: phoneNumber }),
    ]),
    output: me,
    errors: ['PHONE_KNOWN', 'PHONE_REFUSED', 'CONSENT_NEEDED', 'TAP_REUSED'],
  }),
}
