import * as v from 'valibot'
import { anyone, holders, members } from './access'
import { at, day, page } from './fields'
import { operation } from './operation'

/** One act on somebody's data: who, as what, when, what, and which fields; never the values. */
export const trace = v.object({
  factId: v.string(),
  at,
  /** As what: a helper, the desk, or a role. */
  as: v.string(),
  /** The name behind it, where it is known still. */
  byName: v.optional(v.string()),
  op: v.string(),
  fields: v.array(v.string()),
  reason: v.optional(v.string()),
  /** Why it was refused, if it was. */
  refused: v.optional(v.string()),
})
export type Trace = v.InferOutput<typeof trace>

/** What erasing does with one kind of data. */
export const keptOrErased = v.object({
  /** In plain Chinese, e.g. 以前的预约记录. */
  what: v.string(),
  done: v.picklist(['erased', 'anonymised', 'kept']),
  /** Why it is kept. */
  why: v.optional(v.string()),
})

export const accountData = {
  /** Everything about the caller as a file (XLSX); the address is good for ten minutes. */
  exportMyData: operation({
    kind: 'command',
    access: members({
      dependents: 'A file with everything goes to the person alone.',
    }),
    input: v.object({}),
    output: v.object({
      fileId: v.string(),
      url: v.string(),
      fileName: v.string(),
      bytes: v.pipe(v.number(), v.integer()),
      expiresAt: at,
    }),
    errors: ['TAP_REUSED'],
  }),

  /** What erasing would do, item by item, before it is done. */
  previewErasure: operation({
    kind: 'query',
    access: members({ dependents: 'Erasing is each person’s own decision (PIPL art. 47).' }),
    input: v.object({}),
    output: v.object({ items: v.array(keptOrErased), ahead: v.pipe(v.number(), v.integer()) }),
    errors: [],
  }),

  /** Erases or anonymises everything about the caller, and says what is kept and why. */
  eraseMe: operation({
    kind: 'command',
    access: members({ dependents: 'Erasing is each person’s own decision (PIPL art. 47).' }),
    input: v.object({ sure: v.literal(true) }),
    output: v.object({ items: v.array(keptOrErased) }),
    errors: ['LAST_ADMINISTRATOR', 'TAP_REUSED'],
  }),

  /** What others did with the caller's data, newest first. */
  listTraces: operation({
    kind: 'query',
    access: members({ dependents: true }),
    input: v.object({ after: v.optional(v.pipe(v.string(), v.maxLength(200))) }),
    output: page(trace),
    errors: [],
  }),

  /** A community's audit trail, for those who answer for it. */
  listAudit: operation({
    kind: 'query',
    access: holders(['staff', 'streetOfficer', 'districtOfficer', 'administrator'], {
      over: 'community',
    }),
    input: v.object({ after: v.optional(v.pipe(v.string(), v.maxLength(200))) }),
    output: page(v.object({ ...trace.entries, whom: v.optional(v.string()) })),
    errors: [],
  }),

  /** The published heads of a community's audit chain, newest first: whoever notes one can prove a later change. */
  listHeads: operation({
    kind: 'query',
    access: anyone({ dependents: true }),
    input: v.object({
      communityId: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/)),
      after: v.optional(day),
    }),
    output: v.object({
      heads: v.array(v.object({ day, count: v.pipe(v.number(), v.integer()), hash: v.string() })),
      next: v.optional(v.string()),
    }),
    errors: [],
  }),
}
