import type { CountersByMonth, Counts } from './counts.rules'
import { DAY } from './time'
import type { Tap } from './taps'

/** What a claim is on. Each feature that takes people's time has its kind. */
export type ClaimKind = 'booking'

/**
 * A stretch of one person's time. `held` while the place is being taken (the held claim is the outbox
 * of that intent), `kept` once the place is theirs, `ended` when it was given back.
 */
export interface Claim<View = unknown> {
  /** The id of what the place gave, e.g. the booking's id. */
  id: string
  kind: ClaimKind
  /** The place: the slot's or shift's id. */
  place: string
  /** Epoch ms; `to` is not part of it, so that one visit may begin when another ends. */
  from: number
  to: number
  /** When it was held or last renewed, epoch ms: the mark that a release must match. */
  at: number
  tapId: string
  /** What it uses up of the person's limits and entitlements. */
  counts?: Counts
  /** What it uses up of the household's limits (household-counts.ts), under this one's name there. */
  household?: { householdId: string; hold: string; counts: Counts; limits: Counts }
  /** The id of the kept claim it takes the place of: both stand until this one is kept. */
  replaces?: string
  /** What was said with it, sealed as the note of the booking of the same id (collections.ts). */
  note?: string
  /** What the feature shows of it. */
  view: View
}

/** What somebody may use up at the government's expense (政府购买服务), month by month. */
export interface Entitlement {
  id: string
  /** For services of this need, or for one service. */
  need?: string
  serviceId?: string
  unit: 'voucher' | 'minute'
  perMonth: number
  /** From and until which day it holds, both included. */
  fromDay: string
  untilDay: string
}

export interface EndedClaim<View = unknown> extends Claim<View> {
  endedAt: number
  /** It was exchanged for another time: the id of the claim that took its place. */
  goesOnAs?: string
}

/** A resident's time; `_id` is the residentId. */
export interface Diary {
  _id: string
  communityId: string
  held: Claim[]
  kept: Claim[]
  /** How many claims stand in `held` and `kept` together. */
  live: number
  /** How many claims have been dropped from `kept` long after their end, since the beginning. */
  dropped: number
  /** The last ones given back, newest last. */
  ended: EndedClaim[]
  taps: Tap[]
  /** What the live claims use up, and those that are over, until their month is long past. */
  counts?: CountersByMonth
  entitlements?: Entitlement[]
  /** Visits the person did not come to, the last 20: when, by the booking. */
  strikes?: { bookingId: string; at: number }[]
  /** The last code of the person's that was used up, by what for (rolling-uses.ts). */
  rolled?: Record<string, { step: number; tapId: string }>
  /**
   * Ended by a change of time, or freed with a share of the household's limits: what they left behind elsewhere is given
   * back at once by the call, or else by the ticker.
   */
  leaving?: EndedClaim[]
  /** Claims on their way into another diary (diary-moves.ts). */
  moving?: Claim[]
  /** Where whatever belongs to this resident goes; nothing new is held here any more. */
  goesTo?: string
  /** See SealedDocument: the key that all notes in it are sealed with. */
  keyId?: string
}

export const ENDED_KEPT = 20

/** A held claim this old belongs to a call that died: the ticker settles it. */
export const HELD_TOO_LONG = 60_000

/** A kept claim is dropped from the diary this long after its end; its place's own records stay. */
export const KEPT_AFTER_END = 7 * DAY

export const emptyDiary = (residentId: string, communityId: string): Diary => ({
  _id: residentId,
  communityId,
  held: [],
  kept: [],
  live: 0,
  dropped: 0,
  ended: [],
  taps: [],
})

/** Where a claim stands in a diary. */
export type Standing =
  | { state: 'held' | 'kept'; claim: Claim }
  | { state: 'ended'; claim: EndedClaim }
  | { state: 'none' }

export function standingOf(diary: Diary, claimId: string): Standing {
  const byId = ({ id }: Claim) => id === claimId
  const kept = diary.kept.find(byId)
  if (kept) return { state: 'kept', claim: kept }
  const held = diary.held.find(byId)
  if (held) return { state: 'held', claim: held }
  const ended = diary.ended.find(byId)
  return ended ? { state: 'ended', claim: ended } : { state: 'none' }
}

/** The claims that a tap made, while the diary remembers them: how a repeated tap finds its first try. */
export const claimsOfTap = (diary: Diary, tapId: string): Exclude<Standing, { state: 'none' }>[] =>
  [...diary.kept, ...diary.held, ...diary.ended]
    .filter((claim) => claim.tapId === tapId)
    .flatMap(({ id }) => {
      const standing = standingOf(diary, id)
      return standing.state === 'none' ? [] : [standing]
    })

/** The live claims that share time with a stretch; not the one that it takes the place of. */
export function clashes(
  diary: Diary,
  { from, to, replaces }: Pick<Claim, 'from' | 'to' | 'replaces'>,
): Claim[] {
  return [...diary.kept, ...diary.held].filter(
    (claim) => claim.from < to && claim.to > from && claim.id !== replaces,
  )
}

/** The claims not over yet, held or kept. */
export const claimsAhead = (diary: Diary, now: number): Claim[] =>
  [...diary.kept, ...diary.held].filter(({ to }) => to > now)

/** The kept claims over for so long that they leave the diary. */
export const longOver = (diary: Diary, now: number): Claim[] =>
  diary.kept.filter(({ to }) => to < now - KEPT_AFTER_END)
