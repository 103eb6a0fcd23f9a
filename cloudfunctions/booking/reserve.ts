import { booking } from '../../types/contract/booking'
import type { ErrorCode } from '../../types/contract/errors'
import { ERROR_TEXT } from '../../types/contract/errors.text'
import { refuse } from '../shared/errors'
import { withOthers } from '../shared/others'
import { handle } from '../shared/serve'
import { DAY } from '../shared/time'
import { together } from '../shared/together'
import { laterSlotId, startOfSlot } from './booking.rules'
import { takePlaces } from './take'
import type { Ended } from './take-held'

/** A place in a slot: for one person or several, once or for some weeks. */
export const reserve = handle(booking.reserve, async (call, input) => {
  const { slotId, note, answers, repeat, alsoFor = [], useSubsidy } = input
  const slotIds = weeksOf(slotId, repeat?.weeks ?? 1)
  const people = withOthers(booking.reserve, call, alsoFor)
  const ended = await together(
    people.map(async ({ subject, by, traced }) => ({
      subject,
      items: await traced({ op: 'booking.reserve', input }, () =>
        takePlaces(call, { subject, by, slotIds, note, answers, useSubsidy }),
      ),
    })),
  )
  const all = ended.flatMap(({ subject: { residentId, name }, items }) =>
    items.map((item) => ({ residentId, name, ...item })),
  )
  const [first] = all
  const made = all.flatMap((item) => ('booked' in item ? [item.booked] : []))
  made.sort((a, b) => a.startsAt - b.startsAt)
  if (!made[0]) return refuse(first && 'code' in first ? first.code : 'NOT_FOUND')
  if (all.length === 1) return made[0]
  return { ...made[0], items: all.map(outcomeOf).sort((a, b) => a.startsAt - b.startsAt) }
})

function weeksOf(slotId: string, weeks: number): string[] {
  const ids = Array.from({ length: weeks }, (_, n) => laterSlotId(slotId, n * 7 * DAY))
  return [slotId, ...ids.slice(1).flatMap((id) => (id === undefined ? [] : [id]))]
}

const outcomeOf = (item: { residentId: string; name: string } & Ended) => {
  const { residentId, name, slotId } = item
  const whose = { residentId, name, slotId, startsAt: startOfSlot(slotId) }
  if ('booked' in item) return { ...whose, booked: item.booked }
  const code: ErrorCode = item.code
  return { ...whose, code, say: ERROR_TEXT[code] }
}
