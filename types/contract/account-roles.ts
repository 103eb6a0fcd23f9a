import * as v from 'valibot'
import { anyone, holders } from './access'
import { me } from './account-me'
import { at, id, page } from './fields'
import { operation } from './operation'
import { codeLetters, personName, policyVersion, regionPath } from './people'
import { givenRole, role, type GivenRole } from './role'

/** Whoever gives roles: which ones is `GIVES` of the cloud's rules. */
const GIVERS: readonly GivenRole[] = [
  'propertyManager',
  'staff',
  'streetOfficer',
  'districtOfficer',
  'administrator',
]

export const invitation = v.object({
  invitationId: v.string(),
  role,
  region: v.string(),
  place: v.string(),
  state: v.picklist(['open', 'used', 'ended', 'expired']),
  expiresAt: at,
  /** For whoever made it: what is shown as a picture, and the same in letters. */
  scene: v.optional(v.string()),
  letters: v.optional(v.string()),
})
export type Invitation = v.InferOutput<typeof invitation>

export const holder = v.object({
  /** Names the account without telling its openid. */
  ref: v.string(),
  name: v.string(),
  role,
  region: v.string(),
  place: v.string(),
  since: at,
  /** Whether the caller may take it back. */
  mine: v.boolean(),
})
export type Holder = v.InferOutput<typeof holder>

export const accountRoles = {
  /** Who holds which role in a region and below, with the invitations that are open. */
  listRoles: operation({
    kind: 'query',
    access: holders(GIVERS, { over: 'region', traced: true }),
    /** `after`: the `ref` of the last account of the page before. */
    input: v.object({ region: regionPath, after: v.optional(id) }),
    output: v.object({
      ...page(holder).entries,
      invitations: v.array(invitation),
      canGive: v.array(givenRole),
    }),
    errors: ['NOT_FOUND'],
  }),

  /** An invitation to a role in a region: works once, and until it expires. */
  invite: operation({
    kind: 'command',
    access: holders(GIVERS, { over: 'region' }),
    input: v.object({
      role: givenRole,
      region: regionPath,
      /** How long it is good, in days. */
      days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)), 7),
    }),
    output: invitation,
    errors: ['NOT_FOUND', 'ROLE_NOT_YOURS', 'TAP_REUSED'],
  }),

  /** Takes back an invitation that nobody has used. */
  endInvitation: operation({
    kind: 'command',
    access: holders(GIVERS, { over: 'region' }),
    input: v.object({ region: regionPath, invitationId: id }),
    output: invitation,
    errors: ['NOT_FOUND', 'CODE_USED', 'TAP_REUSED'],
  }),

  /** What an invitation is to, before it is accepted. */
  viewInvitation: operation({
    kind: 'query',
    access: anyone({ dependents: 'An invitation is to one person.' }),
    input: v.object({ code: codeLetters }),
    output: invitation,
    errors: ['CODE_UNKNOWN', 'CODE_LOCKED', 'CODE_EXPIRED', 'CODE_USED'],
  }),

  acceptInvitation: operation({
    kind: 'command',
    access: anyone({ dependents: 'An invitation is to one person.' }),
    input: v.object({
      code: codeLetters,
      /** For someone whom the program does not know yet. */
      name: v.optional(personName),
      policyVersion,
    }),
    output: me,
    errors: [
      'CODE_UNKNOWN',
      'CODE_LOCKED',
      'CODE_EXPIRED',
      'CODE_USED',
      'ROLE_HELD',
      'NAME_NEEDED',
      'TAP_REUSED',
    ],
  }),

  /** Takes a role back, at once. The last administrator keeps theirs. */
  endRole: operation({
    kind: 'command',
    access: holders(GIVERS, { over: 'region' }),
    input: v.object({ ref: id, role: givenRole, region: regionPath }),
    output: holder,
    errors: ['NOT_FOUND', 'ROLE_NOT_YOURS', 'LAST_ADMINISTRATOR', 'TAP_REUSED'],
  }),

  /** The first administrator, by the one-time code that `npm run claim-code` prints. */
  claimAdministrator: operation({
    kind: 'command',
    access: anyone({ dependents: 'The environment is claimed by one person.' }),
    input: v.object({ code: codeLetters, name: personName, policyVersion }),
    output: me,
    errors: ['CODE_WRONG', 'CODE_LOCKED', 'CODE_USED', 'TAP_REUSED'],
  }),
}
