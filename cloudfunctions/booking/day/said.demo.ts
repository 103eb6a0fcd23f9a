import { fingerprint } from '../../shared/ids'
import { listKeyOf } from '../../shared/list-key.rules'
import type { KeyRing } from '../../shared/seal'
import { aboutOf, joinSealed } from '../../shared/sealed-fields'
import { DAY, HOUR, MINUTE } from '../../shared/time'
import type { BookingDoc, Rating } from '../booking.docs'
import { DEMO_HELD, DEMO_RESULTS, DEMO_SAID } from './said.demo.text'

/** The elder whom a visitor plays: of her visits a result was written, and there are some left to rate. */
const ELDER = 'r-demo-elder'

/** A figure of 0 to 99 that follows from a text: the same however often the demo is made. */
const shareOf = (about: string, text: string): number =>
  parseInt(fingerprint(`said-${about}`, text).slice(0, 6), 16) % 100

/** A visit of the demo with what was written of it for the person, and what they said of it. */
export function demoSaid(
  row: BookingDoc,
  { now, ring }: { now: number; ring: KeyRing },
): BookingDoc {
  if (row.day?.mark !== 'done') return row
  const rating = ratingOf(row, now)
  return {
    ...row,
    ...resultOf(row, ring),
    ...(rating ? { rating, ratedKey: listKeyOf(rating.first, row._id) } : {}),
  }
}

function ratingOf({ _id, residentId, need, endsAt }: BookingDoc, now: number): Rating | undefined {
  const first = endsAt + (2 + (shareOf('when', _id) % 30)) * HOUR
  const rated = residentId === ELDER ? need === 'healthTalk' : shareOf('rated', _id) < 30
  if (first > now || !rated) return undefined
  const said = DEMO_SAID[shareOf('said', _id) % DEMO_SAID.length] ?? { stars: 5 }
  const unsure = first > now - 3 * DAY && shareOf('held', _id) < 5
  return unsure ? { stars: 4, words: DEMO_HELD, held: true, first } : { ...said, first }
}

function resultOf({ _id, need = 'other', residentId, endsAt }: BookingDoc, ring: KeyRing) {
  const text = DEMO_RESULTS[need]
  const written = residentId === ELDER || shareOf('result', _id) < 25
  if (text === undefined || !written) return {}
  const result = ring.seal(text, aboutOf('bookings', _id, 'result'))
  return { result, resultAt: endsAt + 10 * MINUTE, ...joinSealed({}, result).change }
}
