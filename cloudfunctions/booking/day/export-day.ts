import type { Visit } from '../../../types/contract/booking-visits'
import { booking } from '../../../types/contract/booking'
import { makeFile } from '../../shared/made-files'
import { handle } from '../../shared/serve'
import { communityOf } from '../../shared/standing'
import { narrowed } from './narrowed'
import { linesOf } from './export.rules'
import { type DayOf, listVisits } from './visits.query'
import { writeDay } from './export-workbook'

/** Pages of a day; of what comes after them nothing is written, and a day has far fewer. */
const MOST_PAGES = 20

export const exportDay = handle(booking.exportDay, (call, { day, as = 'xlsx', ...only }) => {
  const { post, openid: who, tap, now } = call
  const first = narrowed(call, only)
  return makeFile({ who, ending: as, tap, now, first }, async (of) => {
    const visits = await allOf({ communityId: communityOf(post), day, ...of })
    return writeDay(linesOf(visits), { day, as })
  })
})

async function allOf(day: DayOf): Promise<Visit[]> {
  const visits: Visit[] = []
  let after: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const { items, next } = await listVisits(day, after)
    visits.push(...items)
    if (next === undefined) break
    after = next
  }
  return visits
}
