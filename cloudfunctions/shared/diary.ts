import { countChange, countRoom, forgetCounts } from './counts'
import { type Counts, totalOf } from './counts.rules'
import { _, collection } from './db'
import {
  type Claim,
  claimsAhead,
  type Diary,
  emptyDiary,
  ENDED_KEPT,
  type EndedClaim,
  HELD_TOO_LONG,
  KEPT_AFTER_END,
  longOver,
} from './diary.rules'
import { joinSealed } from './sealed-fields'
import { type Tap, TAPS_KEPT } from './taps'

/**
 * A person's time as one aggregate (DESIGN.md section 3). A command on a place is intent first:
 * `hold` in the diary, take the place, then `keep`, or `release` if the place was gone. Each step is
 * one conditional update, so whatever a crash leaves is either whole or a held claim for the ticker.
 */
const diaries = collection<Diary>('diaries')

/** The resident's diary, if there is one yet. */
export const findDiary = (residentId: string): Promise<Diary | null> => diaries.find(residentId)

/** The diaries that exist among these. */
export const readDiaries = (residentIds: readonly string[]): Promise<Diary[]> =>
  diaries.findMany(residentIds)

/** Makes the diary of a resident who never had one. */
export const openDiary = async (residentId: string, communityId: string): Promise<void> => {
  await diaries.insert(emptyDiary(residentId, communityId))
}

const noClash = ({ from, to, replaces }: Claim) =>
  _.not(
    _.elemMatch({
      from: _.lt(to),
      to: _.gt(from),
      ...(replaces === undefined ? {} : { id: _.neq(replaces) }),
    }),
  )

/** `_.and` of several, or the one. */
const all = (conditions: readonly ReturnType<typeof _.not>[]) =>
  conditions.length === 1 ? conditions[0] : _.and(...conditions)

/** What holding goes by. */
interface Room {
  /** Claims that may lie ahead. */
  most: number
  /** The most of each counter that has a limit. */
  limits?: Counts
  /** The claim that the one held takes the place of. */
  replaced?: Claim | undefined
}

const countsOf = (claims: readonly Claim[]): Record<string, number> =>
  totalOf(claims.map(({ counts }) => counts))

/**
 * Holds stretches of the person's time, all of one tap and none sharing time with another, if they are free, the
 * tap is new, at most `most` claims lie ahead then, and no limit is passed. Claims long over leave the diary in
 * the same update; `dropped` standing as it was read makes the count exact.
 */
export function hold(
  diary: Diary,
  claims: readonly Claim[],
  tap: Tap,
  { most, limits = {}, replaced }: Room,
): Promise<boolean> {
  const over = diary.live - claimsAhead(diary, tap.at).length
  const dropped = longOver(diary, tap.at).length
  const sealed = joinSealedAll(diary, claims)
  const counts = countsOf(claims)
  const free = all(claims.map(noClash))
  const kept = replaced ? _.and(free as never, same(replaced) as never) : free
  return diaries.updateOne(
    diary._id,
    {
      held: free,
      kept,
      live: _.lte(most + over - claims.length),
      dropped: _.eq(diary.dropped),
      'taps.tapId': _.neq(tap.tapId),
      goesTo: _.exists(false),
      ...countRoom(counts, totalOf([limits, replacedRoom(limits, replaced)])),
      ...sealed.conditions,
    },
    {
      held: _.push([...claims]),
      ...(dropped > 0 ? { kept: _.pull({ to: _.lt(tap.at - KEPT_AFTER_END) }) } : {}),
      live: _.inc(claims.length - dropped),
      dropped: _.inc(dropped),
      taps: _.push({ each: [tap], slice: -TAPS_KEPT }),
      ...countChange(counts, 1),
      ...forgetCounts(tap.at),
      ...sealed.change,
    },
  )
}

/** What the claim that is replaced uses up of a limit comes free, so that much more may be counted until then. */
const replacedRoom = (limits: Counts, replaced: Claim | undefined): Counts =>
  Object.fromEntries(
    Object.entries(replaced?.counts ?? {}).filter(([key]) => limits[key] !== undefined),
  )

/** All texts of one tap are sealed with the newest key, so that the first says it for all. */
const joinSealedAll = (diary: Diary, claims: readonly Claim[]) =>
  joinSealed(diary, claims.find(({ note }) => note !== undefined)?.note)

/**
 * A repeated tap goes on with the claims its first try left held. The new mark keeps everyone who read
 * the old one from releasing them. Null when one has moved since the diary was read.
 */
export async function renew<C extends Claim>(
  diary: Diary,
  claims: readonly C[],
): Promise<C[] | null> {
  const at = Math.max(Date.now(), ...claims.map((claim) => claim.at + 1))
  const conditions: Record<string, unknown> = {}
  const change: Record<string, unknown> = {}
  for (const claim of claims) {
    const i = diary.held.findIndex(({ id }) => id === claim.id)
    conditions[`held.${i}.id`] = claim.id
    conditions[`held.${i}.at`] = claim.at
    change[`held.${i}.at`] = at
  }
  const renewed = await diaries.updateOne(diary._id, conditions, change)
  return renewed ? claims.map((claim) => ({ ...claim, at })) : null
}

/** The claim as it was read, by its id and note: one sealed anew since must be read again before it is moved. */
export const same = ({ id, note }: Claim) =>
  _.elemMatch({ id: _.eq(id), note: note === undefined ? _.exists(false) : _.eq(note) })

const idsOf = (claims: readonly Claim[]) => claims.map(({ id }) => id)

/**
 * The places are theirs, whoever renewed the claims meanwhile: they move from held to kept. `gone`: claims of the
 * same tap whose places were gone; their time is free again.
 */
export function keep(
  residentId: string,
  claims: readonly Claim[],
  gone: readonly Claim[],
  now: number,
): Promise<boolean> {
  return diaries.updateOne(
    residentId,
    { held: all([...claims, ...gone].map(same)) },
    {
      held: _.pull({ id: _.in(idsOf([...claims, ...gone])) }),
      kept: _.push([...claims]),
      ...(gone.length > 0 ? { live: _.inc(-gone.length) } : {}),
      ...countChange(countsOf(gone), -1),
      ...leftBehind(gone, now),
    },
  )
}

/**
 * The place is theirs, and the one it takes the place of leaves: the old claim is ended as the new one is kept, in
 * one update. `diary` is as it was read before the new one was held. False when either is not there any more, or not
 * where it was.
 */
export function swap(diary: Diary, claim: Claim, old: Claim, now: number): Promise<boolean> {
  // Of a claim that this very call has held: holding dropped what is long over.
  const kept =
    claim.at === now ? diary.kept.filter((one) => !longOver(diary, now).includes(one)) : diary.kept
  const i = kept.findIndex(({ id }) => id === old.id)
  const ended: EndedClaim = { ...old, endedAt: now, goesOnAs: claim.id }
  return diaries.updateOne(
    diary._id,
    { held: same(claim), kept: same(old), [`kept.${i}.id`]: old.id },
    {
      held: _.pull({ id: claim.id }),
      [`kept.${i}`]: claim,
      live: _.inc(-1),
      ended: _.push({ each: [ended], slice: -ENDED_KEPT }),
      leaving: _.push([leavingOf(ended, claim)]),
      ...countChange(old.counts ?? {}, -1),
    },
  )
}

const withoutNote = ({ note: _note, ...claim }: EndedClaim): EndedClaim => claim

/**
 * What is still to be given back of a claim that another took the place of: its share of the household's limits too,
 * unless that one goes on with it. It is said here and now, since that one may go into another diary.
 */
function leavingOf(ended: EndedClaim, { household }: Claim): EndedClaim {
  const claim = withoutNote(ended)
  if (claim.household === undefined || claim.household.hold !== household?.hold) return claim
  const { household: _passedOn, ...alone } = claim
  return alone
}

/**
 * A share of the household's limits lies outside the diary: whoever frees a claim gives it back next, and should they
 * die before, the ticker finds it here.
 */
function leftBehind(gone: readonly Claim[], now: number) {
  const counted = gone.filter(({ id, household }) => household?.hold === id)
  if (counted.length === 0) return {}
  return { leaving: _.push(counted.map((claim) => withoutNote({ ...claim, endedAt: now }))) }
}

/** What a claim left behind was given back. */
export const endLeaving = async (residentId: string, claimId: string): Promise<void> => {
  await diaries.updateOne(residentId, {}, { leaving: _.pull({ id: claimId }) })
}

/** Diaries that some while ago a claim left. */
export function findLeaving(now: number, limit: number): Promise<Diary[]> {
  return diaries.list({
    where: { 'leaving.endedAt': _.lt(now - HELD_TOO_LONG) },
    orderBy: [['leaving.endedAt', 'asc']],
    limit,
  })
}

/** The places were gone: the time is free again, and the tap may be tried anew. Only with the marks that were read. */
export function release(
  residentId: string,
  claims: readonly Claim[],
  now: number,
): Promise<boolean> {
  return diaries.updateOne(
    residentId,
    {
      held: all(claims.map(({ id, at }) => _.elemMatch({ id: _.eq(id), at: _.eq(at) }))),
    },
    {
      held: _.pull({ id: _.in(idsOf(claims)) }),
      live: _.inc(-claims.length),
      taps: _.pull({ tapId: claims[0]?.tapId }),
      ...countChange(countsOf(claims), -1),
      ...leftBehind(claims, now),
    },
  )
}

/** The place was given back: the claim moves from kept to ended, and what it used up comes back. */
export function end(
  residentId: string,
  claim: Claim,
  endedAt: number,
  tap: Tap | null,
): Promise<boolean> {
  const ended: EndedClaim = { ...claim, endedAt }
  return diaries.updateOne(
    residentId,
    { kept: same(claim) },
    {
      kept: _.pull({ id: claim.id }),
      live: _.inc(-1),
      ended: _.push({ each: [ended], slice: -ENDED_KEPT }),
      ...countChange(claim.counts ?? {}, -1),
      ...(tap ? { taps: _.push({ each: [tap], slice: -TAPS_KEPT }) } : {}),
    },
  )
}

/** Diaries with a claim that a dead call left held. */
export function findLeftHeld(now: number, limit: number): Promise<Diary[]> {
  return diaries.list({
    where: { 'held.at': _.lt(now - HELD_TOO_LONG) },
    orderBy: [['held.at', 'asc']],
    limit,
  })
}

/** Visits that somebody did not come to, as many as are kept. */
const STRIKES_KEPT = 20

/**
 * Somebody did not come: it stands in their diary once. Answers all that stand there; undefined where the diary is
 * closed, since its person was erased or is by now another record, whose bookings those are.
 */
export async function strike(
  residentId: string,
  missed: { bookingId: string; at: number },
): Promise<readonly { at: number }[] | undefined> {
  const diary = await diaries.find(residentId)
  if (!diary || diary.goesTo !== undefined) return undefined
  const strikes = diary.strikes ?? []
  if (strikes.some(({ bookingId }) => bookingId === missed.bookingId)) return strikes
  await diaries.updateOne(
    residentId,
    { 'strikes.bookingId': _.neq(missed.bookingId) },
    { strikes: _.push({ each: [missed], slice: -STRIKES_KEPT }) },
  )
  return [...strikes, missed]
}
