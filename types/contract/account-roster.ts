import * as v from 'valibot'
import { holders, members } from './access'
import { at, day, id } from './fields'
import { FIELD_TEXT } from './fields.text'
import { operation } from './operation'
import {
  attributeName,
  homeRelation,
  personName,
  phoneNumber,
  placeName,
  roomGiven,
  sentence,
} from './people'
import { role } from './role'

const STAFF = ['staff', 'socialWorker'] as const

const attribute = v.object({
  name: attributeName,
  value: v.boolean(),
  /** What it rests on, e.g. 入户走访, 残疾证. */
  basis: v.string(),
  setAt: at,
  /** When staff look at it again. */
  reviewDay: v.optional(day),
})

/** A person as staff see them: enough to know whom, no more than the work needs. */
export const listedResident = v.object({
  residentId: v.string(),
  /** Masked, e.g. 王*兰. */
  name: v.string(),
  place: v.string(),
  /** Masked, e.g. 138****8000. */
  phone: v.optional(v.string()),
  /** Has joined with WeChat. */
  joined: v.boolean(),
})
export type ListedResident = v.InferOutput<typeof listedResident>

export const residentCard = v.object({
  ...listedResident.entries,
  /** In full: staff edit it. */
  fullName: v.string(),
  phoneVerified: v.boolean(),
  /** Whether there is one; `account.revealResident` shows it. */
  hasBirthDay: v.boolean(),
  homes: v.array(
    v.object({ householdId: v.string(), place: v.string(), relation: homeRelation, since: at }),
  ),
  attributes: v.array(attribute),
  /** The key of the community's own list. */
  rosterKey: v.optional(v.string()),
  roles: v.array(role),
  state: v.picklist(['living', 'left', 'dead', 'merged']),
  endedAt: v.optional(at),
  /** Sent back with a change, so that two who edit do not undo each other. */
  version: v.pipe(v.number(), v.integer()),
})
export type ResidentCard = v.InferOutput<typeof residentCard>

export const importReport = v.object({
  importId: v.string(),
  /** `read`: nothing is changed yet. */
  state: v.picklist(['read', 'running', 'done', 'failed']),
  rows: v.pipe(v.number(), v.integer()),
  /** What applying does, or did. */
  counts: v.object({
    new: v.pipe(v.number(), v.integer()),
    changed: v.pipe(v.number(), v.integer()),
    same: v.pipe(v.number(), v.integer()),
    bad: v.pipe(v.number(), v.integer()),
    /** Like somebody who is there under another key: staff look at each. */
    unsure: v.pipe(v.number(), v.integer()),
  }),
  /** Rows applied so far. */
  done: v.pipe(v.number(), v.integer()),
  /** What is wrong, by line of the file, at most 100 a page. */
  problems: v.array(
    v.object({
      line: v.pipe(v.number(), v.integer()),
      field: v.optional(v.string()),
      say: v.string(),
    }),
  ),
  next: v.optional(v.string()),
  /** Headings of the file that are not taken over. */
  ignored: v.array(v.string()),
})
export type ImportReport = v.InferOutput<typeof importReport>

export const accountRoster = {
  /** People of the community: by exact phone number, or by name, in a room or anywhere. At most 20, masked. */
  findResident: operation({
    kind: 'query',
    access: holders(STAFF, { over: 'community', traced: true }),
    input: v.pipe(
      v.object({
        phone: v.optional(phoneNumber),
        name: v.optional(personName),
        building: v.optional(placeName),
        unit: v.optional(placeName),
        room: v.optional(placeName),
      }),
      v.check(
        ({ phone, name, building, room }) =>
          phone !== undefined ||
          name !== undefined ||
          (building !== undefined && room !== undefined),
        FIELD_TEXT.findBy,
      ),
    ),
    output: v.object({ residents: v.array(listedResident), more: v.boolean() }),
    errors: [],
  }),

  /** One person, as staff work with them. */
  viewResident: operation({
    kind: 'query',
    access: holders(STAFF, { over: 'community', traced: true }),
    input: v.object({ residentId: id }),
    output: residentCard,
    errors: ['NOT_FOUND'],
  }),

  /** Enters a person by hand or changes what is kept of one; what is left out stays. */
  saveResident: operation({
    kind: 'command',
    access: holders(STAFF, { over: 'community' }),
    input: v.object({
      /** Absent for someone new. */
      residentId: v.optional(id),
      version: v.optional(v.pipe(v.number(), v.integer())),
      name: v.optional(personName),
      room: v.optional(v.omit(roomGiven, ['communityId'])),
      relation: v.optional(homeRelation),
      /** null takes it out. */
      phone: v.optional(v.nullable(phoneNumber)),
      /** The desk has seen that the number is theirs. */
      phoneVerified: v.optional(v.boolean()),
      birthDay: v.optional(
        v.nullable(v.pipe(v.string(), v.regex(/^(19|20)\d{2}-\d{2}-\d{2}$/, FIELD_TEXT.dayForm))),
      ),
      attributes: v.optional(
        v.array(
          v.object({
            name: attributeName,
            value: v.boolean(),
            basis: sentence,
            reviewDay: v.optional(day),
          }),
        ),
      ),
    }),
    output: residentCard,
    errors: ['NOT_FOUND', 'CHANGED', 'NAME_TAKEN', 'TAP_REUSED'],
  }),

  /** Shows what is masked elsewhere, with the reason; both stand in the audit trail before it is shown. */
  revealResident: operation({
    kind: 'command',
    access: holders(STAFF, { over: 'community' }),
    input: v.object({
      residentId: id,
      fields: v.pipe(v.array(v.picklist(['phone', 'birthDay'])), v.minLength(1), v.maxLength(2)),
      reason: v.picklist(
        ['call', 'visit', 'emergency', 'verify', 'service'],
        FIELD_TEXT.chooseAgain,
      ),
    }),
    output: v.object({ phone: v.optional(v.string()), birthDay: v.optional(v.string()) }),
    errors: ['NOT_FOUND', 'TAP_REUSED'],
  }),

  /** Two records are one person's: `mergedId` goes into `keepId` with all that is ahead and behind it. */
  mergeResidents: operation({
    kind: 'command',
    access: holders(STAFF, { over: 'community' }),
    input: v.object({ keepId: id, mergedId: id }),
    output: residentCard,
    errors: ['NOT_FOUND', 'TWO_ACCOUNTS', 'ALREADY_MERGED', 'TAP_REUSED'],
  }),

  /**
   * Someone leaves a home. `movedOut` and `death` end roles and acting-for, and cancel what is ahead;
   * `split` and `grownUp` move them into a household of their own in the room given. History stays.
   * After a death nothing is sent any more but the one message that staff choose.
   */
  endResidence: operation({
    kind: 'command',
    access: holders(STAFF, { over: 'community' }),
    input: v.object({
      residentId: id,
      /** Which home, for someone with several; all of them when absent. */
      householdId: v.optional(id),
      reason: v.picklist(['movedOut', 'death', 'split', 'grownUp'], FIELD_TEXT.chooseAgain),
      /** For `split` and `grownUp`; the same room when absent. */
      room: v.optional(v.omit(roomGiven, ['communityId'])),
      /** After a death: whether those who acted for the person are told. */
      tellHelpers: v.optional(v.boolean(), false),
    }),
    output: residentCard,
    errors: ['NOT_FOUND', 'RESIDENCE_ENDED', 'TAP_REUSED'],
  }),

  /** Where a file may be put, before it is uploaded. */
  prepareUpload: operation({
    kind: 'command',
    access: members({ dependents: 'A file belongs to whoever puts it there.' }),
    input: v.object({
      kind: v.picklist(['roster']),
      /** Its ending, e.g. xlsx. */
      ending: v.pipe(v.string(), v.regex(/^[a-z0-9]{1,5}$/i, FIELD_TEXT.fileKind)),
      bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
    }),
    output: v.object({ uploadId: v.string(), path: v.string(), expiresAt: at }),
    errors: ['NOT_ALLOWED_FILE', 'TAP_REUSED'],
  }),

  /** Reads a list of people (CSV, XLSX) and says what applying it would do. Changes nothing. */
  importRoster: operation({
    kind: 'command',
    access: holders(STAFF, { over: 'community' }),
    input: v.object({ uploadId: id, fileId: v.pipe(v.string(), v.minLength(1), v.maxLength(300)) }),
    output: importReport,
    errors: ['FILE_UNREADABLE', 'NOT_ALLOWED_FILE', 'TAP_REUSED'],
  }),

  /** How far an import is, and which rows need mending. */
  viewImport: operation({
    kind: 'query',
    access: holders(STAFF, { over: 'community' }),
    input: v.object({ importId: id, after: v.optional(v.pipe(v.string(), v.maxLength(20))) }),
    output: importReport,
    errors: ['NOT_FOUND'],
  }),

  /** Applies what was read; the cloud goes on by itself, and `account.viewImport` shows how far. */
  applyImport: operation({
    kind: 'command',
    access: holders(STAFF, { over: 'community' }),
    input: v.object({ importId: id }),
    output: importReport,
    errors: ['NOT_FOUND', 'TAP_REUSED'],
  }),
}
