import { countChange } from './counts'
import { _, collection } from './db'
import { openDiary, same } from './diary'
import { type Claim, type Diary, emptyDiary, ENDED_KEPT, type EndedClaim } from './diary.rules'
import { joinSealed } from './sealed-fields'

/**
 * What one resident's diary holds goes into another's, when staff find that two records are one person. A
 * claim first leaves `kept` for `moving`, so that nobody can cancel it between; then its place follows; then
 * it stands in the other diary; then it leaves `moving`. A crash anywhere leaves it in `moving` for the next
 * try, and each step does nothing the second time.
 */
const diaries = collection<Diary>('diaries')

/** From now on nothing new is held in this diary: what belongs to it goes to `goesTo`. */
export async function closeDiary(
  residentId: string,
  communityId: string,
  goesTo: string,
): Promise<Diary> {
  await openDiary(residentId, communityId)
  await diaries.updateOne(residentId, {}, { goesTo })
  return diaries.get(residentId)
}

/** A kept claim begins to move; false when it is not there as it was read. */
export const beginMove = (residentId: string, claim: Claim): Promise<boolean> =>
  diaries.updateOne(
    residentId,
    { kept: same(claim) },
    {
      kept: _.pull({ id: claim.id }),
      live: _.inc(-1),
      moving: _.push([claim]),
      ...countChange(claim.counts ?? {}, -1),
    },
  )

/** The claim stands in the other diary, once, however often it arrives: kept, or ended where its place was given back. */
export async function arrive(residentId: string, claim: Claim, endedAt?: number): Promise<void> {
  for (;;) {
    const diary = await diaries.get(residentId)
    if ([...diary.kept, ...diary.ended].some(({ id }) => id === claim.id)) return
    const sealed = joinSealed(diary, claim.note)
    const ended: EndedClaim[] = endedAt === undefined ? [] : [{ ...claim, endedAt }]
    const done = await diaries.updateOne(
      residentId,
      { 'kept.id': _.neq(claim.id), 'ended.id': _.neq(claim.id), ...sealed.conditions },
      {
        ...(endedAt === undefined
          ? { kept: _.push([claim]), live: _.inc(1), ...countChange(claim.counts ?? {}, 1) }
          : { ended: _.push({ each: ended, slice: -ENDED_KEPT }) }),
        ...sealed.change,
      },
    )
    if (done) return
  }
}

/** What the government grants the person, and the visits they did not come to, count for the other record now. */
export async function arriveRights(
  residentId: string,
  { entitlements = [], strikes = [] }: Pick<Diary, 'entitlements' | 'strikes'>,
): Promise<void> {
  for (const one of entitlements) {
    await diaries.updateOne(residentId, {}, { entitlements: _.addToSet(one) })
  }
  for (const one of strikes) {
    await diaries.updateOne(residentId, {}, { strikes: _.addToSet(one) })
  }
}

/** The move is over. */
export const endMove = (residentId: string, claimId: string): Promise<boolean> =>
  diaries.updateOne(residentId, {}, { moving: _.pull({ id: claimId }) })

/** Nothing of the person's time is left; that the diary is closed stays, and what the ticker still gives back. */
export const emptyClosedDiary = (residentId: string): Promise<boolean> => {
  const { _id, communityId: _communityId, ...nothing } = emptyDiary(residentId, '')
  return diaries.updateOne(
    residentId,
    { goesTo: _.exists(true) },
    {
      ...nothing,
      moving: [],
      counts: _.remove(),
      entitlements: _.remove(),
      strikes: _.remove(),
      rolled: _.remove(),
      keyId: _.remove(),
    },
  )
}
