import * as v from 'valibot'
import { FIELD_TEXT } from './fields.text'
import { at } from './fields'
import { operation } from './operation'

/** What a person may be in a region (DESIGN.md glossary). */
export const role = v.picklist([
  'resident',
  'volunteer',
  'provider',
  'propertyManager',
  'repairWorker',
  'ownersCommittee',
  'staff',
  'streetOfficer',
  'districtOfficer',
])
export type Role = v.InferOutput<typeof role>

export const me = v.object({
  /** `newcomer` has no community yet and may read public things only. */
  state: v.picklist(['newcomer', 'active']),
  name: v.optional(v.string()),
  /** Where the person lives or works, from the widest to the nearest, e.g. 和平区, 南湖街道, 春晓社区. */
  places: v.array(v.string()),
  /** The person's home, e.g. 3号楼2单元501室. */
  home: v.optional(v.string()),
  roles: v.array(role),
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

export const account = {
  /** Who the caller is here. Works for a newcomer too. */
  me: operation({ kind: 'query', input: v.object({}), output: me, errors: [] }),

  /** The caller agrees to a version of the privacy policy. Only the version in force can be agreed to. */
  agree: operation({
    kind: 'command',
    input: v.object({
      policyVersion: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, FIELD_TEXT.policyChanged)),
    }),
    output: me,
    errors: ['TAP_REUSED'],
  }),
}
