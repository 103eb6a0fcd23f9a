import * as v from 'valibot'
import { anyone, holders } from './access'
import { me } from './account-me'
import { after, at, id, page } from './fields'
import { FIELD_TEXT } from './fields.text'
import { operation } from './operation'
import {
  codeLetters,
  helperRelation,
  homeRelation,
  personName,
  phoneNumber,
  policyVersion,
  roomGiven,
  sentence,
} from './people'

/** Somebody waits for staff: to be let into a home, or to act for a resident. */
export const joinRequest = v.object({
  requestId: v.string(),
  kind: v.picklist(['join', 'help']),
  state: v.picklist(['waiting', 'approved', 'refused', 'withdrawn', 'expired']),
  /** Who asks. */
  name: v.string(),
  /** Masked. */
  phone: v.optional(v.string()),
  /** For `join`: where they say they live, and as what. For `help`: where the person lives. */
  place: v.string(),
  room: roomGiven,
  relation: v.union([homeRelation, helperRelation]),
  /** For `help`: whom they want to act for. */
  forName: v.optional(v.string()),
  askedAt: at,
  /** Those on the roster whom it may be, best first; names masked. */
  matches: v.array(
    v.object({
      residentId: v.string(),
      name: v.string(),
      place: v.string(),
      sameRoom: v.boolean(),
    }),
  ),
  reason: v.optional(v.string()),
})
export type JoinRequest = v.InferOutput<typeof joinRequest>

export const accountJoining = {
  /**
   * Joins a home. With the code that staff gave on paper (the whole of it from the picture, or its six
   * letters with the room) the caller is active at once; without a code the request waits for staff. One
   * who stands on the roster of that home takes over what is kept there.
   */
  joinHousehold: operation({
    kind: 'command',
    access: anyone({
      dependents: 'Someone without a phone of their own is registered with addDependent.',
    }),
    input: v.pipe(
      v.object({
        code: v.optional(codeLetters),
        room: v.optional(roomGiven),
        name: personName,
        relation: homeRelation,
        phone: v.optional(phoneNumber),
        policyVersion,
      }),
      v.forward(
        v.check(
          ({ code, room }) => room !== undefined || (code?.length ?? 0) > 6,
          FIELD_TEXT.chooseRoom,
        ),
        ['room'],
      ),
    ),
    output: me,
    errors: [
      'CODE_UNKNOWN',
      'CODE_WRONG',
      'CODE_LOCKED',
      'ALREADY_JOINED',
      'REQUEST_WAITING',
      'NAME_TAKEN',
      'NOT_FOUND',
      'TAP_REUSED',
    ],
  }),

  /** Takes back one's own request that nobody has answered. */
  withdrawRequest: operation({
    kind: 'command',
    access: anyone({ dependents: 'Only whoever asked can take it back.' }),
    input: v.object({ requestId: id }),
    output: me,
    errors: ['NOT_FOUND', 'REQUEST_ANSWERED', 'TAP_REUSED'],
  }),

  /** Who waits to join or to act for somebody, oldest first, with those on the roster they may be. */
  listRequests: operation({
    kind: 'query',
    access: holders(['staff', 'socialWorker'], { over: 'community', traced: true }),
    input: v.object({ after }),
    output: page(joinRequest),
    errors: [],
  }),

  /**
   * Approves a request, for the person on the roster (`residentId`) or as someone new, or refuses it
   * with a reason that the asker reads.
   */
  answerRequest: operation({
    kind: 'command',
    access: holders(['staff', 'socialWorker'], { over: 'community' }),
    input: v.union([
      v.object({ requestId: id, answer: v.literal('approve'), residentId: v.optional(id) }),
      v.object({ requestId: id, answer: v.literal('refuse'), say: sentence }),
    ]),
    output: joinRequest,
    errors: ['NOT_FOUND', 'REQUEST_ANSWERED', 'NAME_TAKEN', 'TAP_REUSED'],
  }),

  /** A new code for a home, to be printed or written down; the home's former code ends. */
  makeHouseholdCode: operation({
    kind: 'command',
    access: holders(['staff', 'socialWorker'], { over: 'community' }),
    input: v.object({ householdId: id }),
    output: v.object({
      householdId: v.string(),
      place: v.string(),
      /** The six letters, to be typed after the room is chosen. */
      letters: v.string(),
      /** What is printed into the picture: kind letter and token. */
      scene: v.string(),
      expiresAt: at,
    }),
    errors: ['NOT_FOUND', 'TAP_REUSED'],
  }),
}
