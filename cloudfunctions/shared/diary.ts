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

const noClash = ({ from, to }: Claim) => _.not(_.elemMatch({ from: _.lt(to), to: _.gt(from) }))

/**
 * Holds a stretch of the person's time, if it is free, the tap is new, and fewer than `most` claims
 * lie ahead. Claims long over leave the diary in the same update; `dropped` standing as it was read
 * makes the count exact.
 */
export function hold(diary: Diary, claim: Claim, tap: Tap, most: number): Promise<boolean> {
  const over = diary.live - claimsAhead(diary, tap.at).length
  const dropped = longOver(diary, tap.at).length
  const sealed = joinSealed(diary, claim.note)
  return diaries.updateOne(
    diary._id,
    {
      held: noClash(claim),
      kept: noClash(claim),
      live: _.lt(most + over),
      dropped: _.eq(diary.dropped),
      'taps.tapId': _.neq(tap.tapId),
      ...sealed.conditions,
    },
    {
      held: _.push([claim]),
      ...(dropped > 0 ? { kept: _.pull({ to: _.lt(tap.at - KEPT_AFTER_END) }) } : {}),
      live: _.inc(1 - dropped),
      dropped: _.inc(dropped),
      taps: _.push({ each: [tap], slice: -TAPS_KEPT }),
      ...sealed.change,
    },
  )
}

/**
 * A repeated tap goes on with the claim its first try left held. The new mark keeps everyone who read
 * the old one from releasing it. Null when the claim has moved since the diary was read.
 */
export async function renew<C extends Claim>(diary: Diary, claim: C): Promise<C | null> {
  const i = diary.held.findIndex(({ id }) => id === claim.id)
  const at = Math.max(Date.now(), claim.at + 1)
  const renewed = await diaries.updateOne(
    diary._id,
    { [`held.${i}.id`]: claim.id, [`held.${i}.at`]: claim.at },
    { [`held.${i}.at`]: at },
  )
  return renewed ? { ...claim, at } : null
}

/** The claim as it was read, by its id and note: one sealed anew since must be read again before it is moved. */
const same = ({ id, note }: Claim) =>
  _.elemMatch({ id: _.eq(id), note: note === undefined ? _.exists(false) : _.eq(note) })

/** The place is theirs, whoever renewed the claim meanwhile: it moves from held to kept. */
export function keep(residentId: string, claim: Claim): Promise<boolean> {
  return diaries.updateOne(
    residentId,
    { held: same(claim) },
    { held: _.pull({ id: claim.id }), kept: _.push([claim]) },
  )
}

/** The place was gone: the time is free again, and the tap may be tried anew. Only with the mark that was read. */
export function release(residentId: string, claim: Claim): Promise<boolean> {
  return diaries.updateOne(
    residentId,
    { held: _.elemMatch({ id: _.eq(claim.id), at: _.eq(claim.at) }) },
    {
      held: _.pull({ id: claim.id }),
      live: _.inc(-1),
      taps: _.pull({ tapId: claim.tapId }),
    },
  )
}

/** The place was given back: the claim moves from kept to ended. */
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
