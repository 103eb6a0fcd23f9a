import { bookingCare } from '../../../types/contract/booking-care'
import { keyRing } from '../../shared/keys'
import { makeFile } from '../../shared/made-files'
import { handle } from '../../shared/serve'
import { communityOf } from '../../shared/standing'
import { writeSheets } from './account-workbook'
import { listDaySlots, listHomeVisits } from './care.query'
import { cardSheets } from './card-sheets.rules'
import { digitsOf } from './prove'

export const downloadCards = handle(
  bookingCare.downloadCards,
  ({ post, openid, tap, now }, { day }) => {
    const made = { who: openid, ending: 'xlsx', tap, now, first: keyRing() }
    return makeFile(made, async (ring) => {
      const visits = await visitsOf(communityOf(post), day)
      const waiting = visits.filter(({ state }) => state === 'ahead' || state === 'in')
      return writeSheets(
        cardSheets(
          day,
          waiting.map((visit) => ({
            ...visit,
            comes: digitsOf(ring, visit.bookingId, 'in'),
            goes: digitsOf(ring, visit.bookingId, 'out'),
          })),
        ),
      )
    })
  },
)

/** All of a day's visits to homes, page by page. */
async function visitsOf(communityId: string, day: string) {
  const all: Awaited<ReturnType<typeof listHomeVisits>> = []
  let after: string | undefined
  do {
    const { items, near, next } = await listDaySlots(communityId, day, after)
    all.push(...(await listHomeVisits(items, near)))
    after = next
  } while (after !== undefined)
  return all
}
