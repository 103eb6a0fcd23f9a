import { followChanges, type PersonChange } from '../shared/person-changes'
import { MINUTE } from '../shared/time'
import {
  dropPushesAbout,
  dropPushesTo,
  moveAll,
  removeCallsOf,
  removePushesAbout,
  removeQuestionsOf,
} from './follow.store'
import { accountEver } from './reached.query'

/** No call that began before a change is under way after this time. */
const CALLS_END = MINUTE

/**
 * What becomes of what people are told, and have asked, when they leave, die, turn out to be two records, or ask to be
 * erased. Each part is repeated until no call from before can be under way, and the account's own part is done.
 */
export const followPeople = (now: number): Promise<number> =>
  followChanges('message', async (change) => {
    await follow(change, now)
    const shut = change.at <= now - CALLS_END && !change.pending.includes('account')
    return shut ? undefined : 'later'
  })

async function follow(change: PersonChange, now: number): Promise<void> {
  const { kind, residentId, into, reason, tellHelpers } = change
  switch (kind) {
    case 'ended':
      await removeCallsOf(residentId)
      if (reason === 'death') await fallSilent(residentId, { now, aboutToo: !tellHelpers })
      return
    case 'merged':
      if (into === undefined || into === residentId) throw new Error('merged into nobody else')
      return moveAll(residentId, into)
    case 'erased':
      await removeQuestionsOf(residentId)
      await removeCallsOf(residentId)
      return removePushesAbout(residentId)
  }
}

/** Nothing is sent to the dead; about them only where staff chose that their helpers hear of it. */
async function fallSilent(
  residentId: string,
  { now, aboutToo }: { now: number; aboutToo: boolean },
): Promise<void> {
  const accountId = await accountEver(residentId)
  if (accountId !== undefined) await dropPushesTo(accountId, now)
  if (aboutToo) await dropPushesAbout(residentId, now)
}
