import { addTo } from '../../shared/counts.rules'
import type { Diary, Entitlement } from '../../shared/diary.rules'
import { fingerprint } from '../../shared/ids'
import { addDays, dayOf, MINUTE } from '../../shared/time'
import type { BookingDoc, SlotDoc, VisitEnd, VisitFacts } from '../booking.docs'
import { decideSubsidy } from '../limits.rules'

/** Whom a visitor plays, with something to use from the beginning. */
const ENTITLED = 'r-demo-elder'

/** A figure of 0 to 99 that follows from a text: the same however often the demo is made. */
const shareOf = (text: string): number => parseInt(fingerprint('care', text).slice(0, 6), 16) % 100

const granted = (unit: Entitlement['unit'], today: string): Entitlement => ({
  id: `demo-${unit}`,
  need: unit === 'voucher' ? 'escort' : 'bathing',
  unit,
  perMonth: unit === 'voucher' ? 4 : 720,
  fromDay: `${addDays(today, -200).slice(0, 7)}-01`,
  untilDay: addDays(`${today.slice(0, 4)}-12-31`, 365),
})

/** What the elder whom a visitor plays has. */
export function grantDemo(diaries: ReadonlyMap<string, Diary>, now: number): void {
  const diary = diaries.get(ENTITLED)
  if (diary) diary.entitlements = [granted('voucher', dayOf(now))]
}

/** Two of three who book what the government pays for have an entitlement, and use it while it lasts. */
export function useDemoSubsidy(
  diary: Diary,
  slot: SlotDoc,
  now: number,
): Exclude<ReturnType<typeof decideSubsidy>, string> | undefined {
  const { subsidy } = slot.terms
  if (!subsidy || shareOf(diary._id) >= 66) return undefined
  const all = diary.entitlements ?? []
  if (!all.some(({ unit }) => unit === subsidy.unit))
    diary.entitlements = [...all, granted(subsidy.unit, dayOf(now))]
  const decided = decideSubsidy(diary, slot)
  if (typeof decided === 'string') return undefined
  diary.counts = addTo(diary.counts, decided.use.counts)
  return decided
}

/** How a visit of the past went: most are proved, some only by digits, and a few should be looked at. */
export function demoVisit(
  { _id, startsAt, endsAt, where }: BookingDoc,
  now: number,
): VisitFacts | undefined {
  if (where !== 'home' || startsAt > now - 10 * MINUTE) return undefined
  const share = shareOf(_id)
  if (share >= 97) return undefined
  // A worker for each, since nobody is in two homes at once.
  const by = `a-care-${fingerprint('by', _id).slice(0, 8)}`
  const end = (at: number, proof: VisitEnd['proof']): VisitEnd => ({
    at,
    proof,
    ...(proof === 'none' ? { reason: 'noPhone' } : {}),
    by,
  })
  const proof = share < 60 ? 'code' : share < 90 ? 'digits' : 'none'
  const came = end(startsAt + ((share % 12) - 5) * MINUTE, proof)
  const homeMark = fingerprint('home', _id)
  if (endsAt > now) return { in: came, homeMark }
  const minutes = share === 7 ? 20 : (endsAt - startsAt) / MINUTE - (share % 5)
  return { in: came, out: end(came.at + minutes * MINUTE, proof), homeMark }
}
