import { findDiary, strike } from '../../shared/diary'
import { wasAbsent } from '../booking.query'
import { barredUntil } from '../strikes.rules'
import { describeError, log } from '../../shared/log'
import { eachOf } from '../../shared/together'
import { freeLate } from './give-back'
import { tellOfAbsent } from './day.notices'
import { rowsDue, settleRows } from './rows.store'
import type { BookingDoc } from '../booking.docs'

/** Rows looked at in one run, and worked on at a time; the next run goes on. */
const BATCH = 200
const WIDTH = 6

/**
 * What follows from not coming, once it can be taken back no more: a place given away is free, even where the call
 * died that gave it; it counts where the service wants that; and the person is told. Safe to repeat.
 */
export async function followAbsences(now: number): Promise<number> {
  const rows = await rowsDue('absentAt', now, BATCH)
  const byPerson = new Map<string, BookingDoc[]>()
  for (const row of rows)
    byPerson.set(row.residentId, [...(byPerson.get(row.residentId) ?? []), row])
  await eachOf([...byPerson.values()], WIDTH, async (theirs) => {
    // One after the other: the last one that counts says until when only the desk books.
    for (const row of theirs) {
      try {
        await follow(row, now)
      } catch (error) {
        log('error', 'absence not followed', { id: row._id, ...describeError(error) })
      }
    }
  })
  return rows.length
}

async function follow(row: BookingDoc, now: number): Promise<void> {
  const { _id, residentId, startsAt, day, absentAt = 0 } = row
  if (day?.released) await freeLate(await findDiary(residentId), _id, now)
  // A visit that was moved or cancelled since was not missed.
  if (day && (day.released || wasAbsent(row))) {
    const strikes = day.strike
      ? await strike(residentId, { bookingId: _id, at: startsAt })
      : undefined
    const barred = strikes && barredUntil(strikes, now)
    await tellOfAbsent(row, { at: absentAt, ...(barred ? { barredUntil: barred } : {}) })
  }
  await settleRows([_id], { absentAt }, { absentAt: null })
}
