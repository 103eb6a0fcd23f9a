import { followChanges, type PersonChange } from '../shared/person-changes'
import { MINUTE } from '../shared/time'
import {
  dropLines,
  eraseQuestions,
  eraseReading,
  joinReadings,
  moveLines,
  moveLists,
  moveQuestions,
} from './follow-person.store'

/** A call that began before the change has ended by then. */
const CALLS_END = MINUTE

/**
 * What becomes of what a person read, asked and was called about when they leave, die, turn out to be two records,
 * or ask to be erased. Each part is safe to repeat, and is repeated until no call that began before the change can
 * still be under way and the account's own part has shut the door behind them.
 */
export const followPeople = (now: number): Promise<number> =>
  followChanges('announcement', async (change) => {
    const shut = change.at <= now - CALLS_END && !change.pending.includes('account')
    await follow(change, shut)
    return shut ? undefined : 'later'
  })

/** `shut`: nothing comes any more, so that what was moved is forgotten. */
async function follow(
  { kind, residentId, communityId, into }: PersonChange,
  shut: boolean,
): Promise<void> {
  switch (kind) {
    case 'ended':
      // What was done stays counted; nobody calls the dead, or those who left.
      return dropLines(residentId, 'undone')
    case 'merged':
      if (into === undefined || into === residentId) throw new Error('merged into nobody else')
      await moveLists(residentId, into)
      await moveLines(residentId, into)
      await joinReadings(residentId, into, { communityId, forget: shut })
      return moveQuestions(residentId, into)
    case 'erased':
      await eraseReading(residentId)
      await dropLines(residentId, 'all')
      return eraseQuestions(residentId)
  }
}
