import * as v from 'valibot'
import { members } from './access'
import { after, at, id, page } from './fields'
import { FIELD_TEXT } from './fields.text'
import { LIMITS } from './limits'
import { operation } from './operation'
import { helperRelation } from './people'
import { givenRole } from './role'

/**
 * What somebody is told: a fact with the little that its reader needs, which they may know anyway. The phone
 * makes the sentence.
 */
export const noticeFact = v.variant('kind', [
  /** A visit was cancelled by what became of the person; `name` when the reader acts for them. */
  v.object({
    kind: v.literal('bookingCancelled'),
    serviceName: v.string(),
    startsAt: at,
    because: v.picklist(['movedOut', 'death', 'merged']),
    name: v.optional(v.string()),
  }),
  /** The reader's request to be let into a home was answered. */
  v.object({
    kind: v.literal('joinAnswered'),
    answer: v.picklist(['approved', 'refused']),
    place: v.string(),
  }),
  /** The reader's request to act for somebody was answered. */
  v.object({
    kind: v.literal('helpAnswered'),
    answer: v.picklist(['approved', 'refused']),
    name: v.string(),
  }),
  /** Somebody acts for the reader from now on. */
  v.object({ kind: v.literal('helperBegan'), name: v.string(), relation: helperRelation }),
  /** Acting for another is over: `name` is the helper's for the person, and the person's for the helper. */
  v.object({
    kind: v.literal('helpingEnded'),
    reader: v.picklist(['helper', 'person']),
    name: v.string(),
  }),
  /** The reader was given a role, or it was taken back. `place` as people call it. */
  v.object({
    kind: v.picklist(['roleGiven', 'roleEnded']),
    role: givenRole,
    place: v.string(),
  }),
])
export type NoticeFact = v.InferOutput<typeof noticeFact>

export const notice = v.object({
  noticeId: v.string(),
  at,
  read: v.boolean(),
  about: noticeFact,
})
export type Notice = v.InferOutput<typeof notice>

/** How many are unread; the count stops at `LIMITS.unreadCounted`. */
export const unread = v.pipe(v.number(), v.integer())

/** Message's part of the home screen. */
export const homeMessage = v.object({ unread })

const READERS = members({ dependents: 'What somebody is told is for their own eyes.' })

export const message = {
  /** What the caller was told, newest first. */
  listMine: operation({
    kind: 'query',
    access: READERS,
    input: v.object({ after }),
    output: v.object({ ...page(notice).entries, unread }),
    errors: [],
  }),

  /** Marks messages as read: those named, or all there are by now. Those of others are left alone. */
  markRead: operation({
    kind: 'command',
    access: READERS,
    input: v.union(
      [
        v.strictObject({
          noticeIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(LIMITS.messagePage)),
        }),
        v.strictObject({ all: v.literal(true) }),
      ],
      FIELD_TEXT.chooseAgain,
    ),
    output: v.object({ unread }),
    errors: [],
  }),
}
