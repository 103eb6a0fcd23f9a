import { booking } from '../../../types/contract/booking'
import { findDiary } from '../../shared/diary'
import { refuse } from '../../shared/errors'
import { handle } from '../../shared/serve'
import { together } from '../../shared/together'
import { changeFound } from './change-visit'
import { freeLate } from './give-back'
import { decideRelease } from './marks.rules'
import { presentOne } from './visits.query'

/**
 * The row says first that the person did not come and that the place is given away, so that nobody marks them as here
 * meanwhile; then the place is free, and the claim follows from the slot's outbox (deliver.ts). A crash between is
 * finished by the ticker (absent.jobs.ts), or by the tap again.
 */
export const releaseLate = handle(booking.releaseLate, async (call, which) => {
  const { actor, now } = call
  const [{ slot, row }, diary] = await together([
    changeFound(call, which, ({ row, slot: { terms } }) => {
      const refusal = decideRelease(row, terms, now)
      if (refusal) return refuse(refusal)
      const strike = terms.strikes ? { strike: true as const } : {}
      return {
        change: {
          day: { mark: 'absent', markedAt: now, by: actor.ref, released: true, ...strike },
          ...{ remindAt: null, remind: null, absentAt: now, figuresAt: now },
        },
      }
    }),
    findDiary(which.residentId),
  ])
  await freeLate(diary, row._id, now)
  return { ...(await presentOne(slot, { ...which, row })), cancelled: true as const }
})
