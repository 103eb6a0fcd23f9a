import { timingSafeEqual } from 'node:crypto'
import type { Contract } from '../../../types/contract'
import { readRollingCode, truncated } from '../../../types/contract/rolling-code'
import { keyRing } from '../../shared/keys'
import { readRolling } from '../../shared/rolling-code'
import { useStep } from '../../shared/rolling-uses'
import type { KeyRing } from '../../shared/seal'
import type { Tap } from '../../shared/taps'
import type { BookingDoc } from '../booking.docs'
import { countTry } from './care.store'
import type { End } from './visit.rules'

export type Proof = Contract['booking.checkIn']['input']['proof']
type Refused = 'CODE_WRONG' | 'CODE_USED' | 'CODE_EXPIRED' | 'CODE_LOCKED'

/** What a rolling code is used up for: another feature's use of the same step is its own. */
const PURPOSE = 'visit'

/** Why the proof is none; null where it is one, and a code of it is used up. */
export async function prove(
  row: Pick<BookingDoc, '_id' | 'residentId' | 'communityId'>,
  end: End,
  proof: Proof,
  tap: Tap,
): Promise<Refused | null> {
  if (proof.kind === 'none') return null
  if (proof.kind === 'digits') return tryDigits(row._id, end, proof.digits)
  const code = readRollingCode(proof.code)
  if (code === null) return 'CODE_WRONG'
  const read = await readRolling(row.residentId, code, tap.at)
  if (typeof read === 'string') return read
  return (await useStep(row, PURPOSE, { step: read.step, tapId: tap.tapId })) ? null : 'CODE_USED'
}

const DIGITS = 'visit digits'
const about = (bookingId: string, end: End) => JSON.stringify([bookingId, end])
const sixOf = (mac: Buffer): string => String(truncated(mac) % 1_000_000).padStart(6, '0')

/**
 * The six digits of one end of one visit. They follow from the key ring and stand nowhere; the end is part of them,
 * so that whoever was told the digits of coming does not know those of going.
 */
export const digitsOf = (ring: KeyRing, bookingId: string, end: End): string =>
  sixOf(ring.derive(DIGITS, about(bookingId, end)))

/** Each try is counted before it is looked at, and after the third none is. */
async function tryDigits(
  bookingId: string,
  end: End,
  given: string,
): Promise<'CODE_WRONG' | 'CODE_LOCKED' | null> {
  const ring = await keyRing()
  if (!(await countTry(bookingId, end))) return 'CODE_LOCKED'
  const right = ring
    .deriveAny(DIGITS, about(bookingId, end))
    .some((mac) => timingSafeEqual(Buffer.from(sixOf(mac)), Buffer.from(given)))
  return right ? null : 'CODE_WRONG'
}
