import { keyRing } from '../../shared/keys'
import { openField, sealingOf } from '../../shared/sealed-fields'
import type { BookingDoc } from '../booking.docs'

/** What was written of a visit for the person; undefined where nothing was. */
export async function resultOf(row: BookingDoc): Promise<string | undefined> {
  if (row.result === undefined) return undefined
  return openField(await keyRing(), sealingOf('bookings'), row, 'result') ?? undefined
}
