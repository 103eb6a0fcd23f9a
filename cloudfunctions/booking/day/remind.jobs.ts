import { eachOf, together } from '../../shared/together'
import type { BookingDoc } from '../booking.docs'
import { findServices } from './services.query'
import { findSlots } from '../booking.store'
import { remindOf } from './day.notices'
import { nextReminder, type Reminder } from './remind.rules'
import { rowsDue, settleRows } from './rows.store'
import { hearersOf } from '../../shared/hearers'

/** Rows looked at in one round, and rounds in one run; the next run goes on. */
const BATCH = 100
const ROUNDS = 10

/**
 * Reminds of visits: each reminder once, since a notice's id comes from the visit and which reminder it is, however
 * often a run dies between telling and putting the row's mark on. The seats say who still comes: of what was
 * cancelled a moment ago nobody is reminded.
 */
export async function remindPeople(now: number): Promise<number> {
  let reminded = 0
  for (let round = 0; round < ROUNDS; round++) {
    const rows = await rowsDue('remindAt', now, BATCH)
    if (rows.length > 0) reminded += await remindAll(rows, now)
    if (rows.length < BATCH) break
  }
  return reminded
}

async function remindAll(rows: readonly BookingDoc[], now: number): Promise<number> {
  const due = rows.filter(({ startsAt }) => startsAt > now)
  const [slots, services, hearers] = await together([
    findSlots(due.map(({ slotId }) => slotId)),
    findServices(due.map(({ serviceId }) => serviceId)),
    hearersOf(
      due.map(({ residentId }) => residentId),
      now,
    ),
  ])
  const seated = new Set(
    slots.flatMap(({ seats }) => Object.values(seats).map(({ bookingId }) => bookingId)),
  )
  const coming = due.filter(({ _id }) => seated.has(_id))
  await remindOf(
    coming.map((row) => ({ row, remind: whichOf(row, now), at: row.remindAt ?? now })),
    {
      services: new Map(services.map((service) => [service._id, service])),
      hearers,
    },
  )
  await settle(rows, now)
  return coming.length
}

/** Late enough, the second stands for the first. */
const whichOf = ({ startsAt, remind = 'eve' }: BookingDoc, now: number): Reminder['remind'] =>
  remind === 'eve' && nextReminder(startsAt, now)?.remind === 'soon' ? 'soon' : remind

/** Rows with the same next reminder in one request. */
async function settle(rows: readonly BookingDoc[], now: number): Promise<void> {
  const groups = new Map<string, { ids: string[]; next?: Reminder | undefined }>()
  for (const row of rows) {
    const next = nextReminder(row.startsAt, now, { after: whichOf(row, now) })
    const key = `${row.startsAt} ${next?.remind ?? ''}`
    const { ids } = groups.get(key) ?? { ids: [] }
    groups.set(key, { ids: [...ids, row._id], next })
  }
  await eachOf([...groups.values()], 4, async ({ ids, next }) => {
    const change = next ? { ...next } : { remindAt: null, remind: null }
    const before = next?.remind === 'soon' ? { remind: 'eve' } : {}
    await settleRows(ids, before, change)
  })
}
