import { account } from '../../types/contract/account'
import { refuse } from '../shared/errors'
import { changeFollowed, recordChange } from '../shared/person-changes'
import { handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { followMerged } from './merging'
import { presentCard } from './resident.query'
import { findResident, getResidentOf } from './residents.store'

/** The intent is recorded first, and then followed by every feature; the ticker finishes what a crash leaves. */
export const mergeResidents = handle(
  account.mergeResidents,
  async ({ actor, post, now }, { keepId, mergedId }) => {
    const communityId = communityOf(post)
    const stays = await getResidentOf(communityId, keepId)
    const gone = await getResidentOf(communityId, mergedId)
    if (keepId === mergedId || stays.state !== 'living') return refuse('NOT_FOUND')
    if (gone.state === 'merged') {
      // The same tap again, or the same wish: it is done.
      return gone.mergedInto === keepId ? presentCard(stays, now) : refuse('ALREADY_MERGED')
    }
    if (gone.accountId && stays.accountId && gone.accountId !== stays.accountId) {
      return refuse('TWO_ACCOUNTS')
    }
    const change = await recordChange({
      // One record goes into one other, once.
      _id: `merged-${mergedId}`,
      kind: 'merged',
      residentId: mergedId,
      communityId,
      into: keepId,
      by: actor.ref,
      at: now,
    })
    if (change.into !== keepId) return refuse('ALREADY_MERGED')
    await followMerged(change)
    await changeFollowed(change._id, 'account')
    return presentCard((await findResident(keepId)) ?? stays, now)
  },
)
