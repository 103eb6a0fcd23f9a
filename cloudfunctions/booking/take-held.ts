import type { Booked } from '../../types/contract/booking'
import type { ErrorCode } from '../../types/contract/errors'
import type { Subject } from '../shared/actor'
import type { Counts } from '../shared/counts.rules'
import { keep, release, renew } from '../shared/diary'
import type { Diary } from '../shared/diary.rules'
import { giveSharesBack, hasCounted, type Share, takeShares } from '../shared/household-counts'
import type { CommandCall } from '../shared/serve'
import { together } from '../shared/together'
import { type BookingClaim, decideTaken, hasOffer, hasSeat } from './booking.rules'
import { findSlots, giveSeatBack, takeSeat } from './booking.store'
import { keysFor, presentNoted } from './notes'

export type Asked = Pick<CommandCall<'resident'>, 'actor' | 'tap' | 'now'>

/** How one wish ended. */
export type Ended = { slotId: string } & ({ booked: Booked } | { code: ErrorCode })

/** Claims whose times are held, and whose places are still to be taken. */
interface Held {
  claims: readonly BookingClaim[]
  /** Slots in which a place is kept for the person. */
  offered: ReadonlySet<string>
  householdLimits: Counts
  /** How the tap's other wishes ended. */
  ended: readonly Ended[]
}

/** Whether a claim has what it needs: its place, and its share of the household's limits. */
interface Got {
  claim: BookingClaim
  seated: boolean
  counted: boolean
}

/** Takes the places of claims that this very call has held. Null: something came between. */
export async function takeHeld(
  { now }: Asked,
  subject: Subject,
  diary: Diary,
  { claims, offered, householdLimits: limits, ended }: Held,
): Promise<Ended[] | null> {
  const shares = claims.flatMap(({ household }) => (household ? [household] : []))
  const [counted, ...seated] = await together([
    takeShares(shares, { ...countingOf(subject, diary, shares), limits, now }),
    ...claims.map((claim) => takeSeat(subject, claim, { now, offered: offered.has(claim.place) })),
  ])
  const got = claims.map((claim, index) => ({
    claim,
    seated: seated[index] === true,
    counted: claim.household === undefined || counted.has(claim.household.hold),
  }))
  return settle(subject.residentId, got, ended, now)
}

/** Whose counters these shares are counted in. `diary` is as it was read before the claims were held. */
const countingOf = ({ communityId }: Subject, diary: Diary, [first]: readonly Share[]) => ({
  communityId,
  begun: first !== undefined && hasCounted(diary, first.householdId),
})

/** Goes on with claims that an earlier try of this tap left held. */
export async function goOn(
  { now }: Asked,
  subject: Subject,
  diary: Diary,
  { claims, ended }: Pick<Held, 'claims' | 'ended'>,
): Promise<Ended[] | null> {
  for (const claim of claims) await keysFor(claim)
  const renewed = await renew(diary, claims)
  if (!renewed) return null
  const { residentId } = subject
  const slots = new Map((await findSlots(claims.map(({ place }) => place))).map((s) => [s._id, s]))
  const shares = renewed.flatMap(({ household }) => (household ? [household] : []))
  const seat = async (claim: BookingClaim): Promise<boolean> => {
    const slot = slots.get(claim.place) ?? null
    if (hasSeat(slot, residentId, claim.id)) return true
    const offered = slot !== null && hasOffer(slot, residentId, now)
    return takeSeat(subject, claim, { now, offered })
  }
  const limits = Object.fromEntries(
    renewed.flatMap(({ household }) => Object.entries(household?.limits ?? {})),
  )
  const [counted, ...seated] = await together([
    takeShares(shares, { ...countingOf(subject, diary, shares), limits, now }),
    ...renewed.map(seat),
  ])
  const got = renewed.map((claim, index) => ({
    claim,
    seated: seated[index] === true,
    counted: claim.household === undefined || counted.has(claim.household.hold),
  }))
  return settle(residentId, got, ended, now)
}

/** Keeps what has all that it needs, and frees the rest. */
async function settle(
  residentId: string,
  got: readonly Got[],
  ended: readonly Ended[],
  now: number,
): Promise<Ended[] | null> {
  const taken = got.filter(({ seated, counted }) => seated && counted).map(({ claim }) => claim)
  const gone = got.filter(({ claim }) => !taken.includes(claim))
  const claims = gone.map(({ claim }) => claim)
  // Freeing before knowing why is safe: a twin of this tap renews the claims before it takes the places, and then
  // this does nothing.
  const [settled, slots] = await together([
    taken.length > 0 ? keep(residentId, taken, claims, now) : release(residentId, claims, now),
    findSlots(claims.map(({ place }) => place)),
  ])
  if (!settled) return null
  if (gone.length === 0) return [...ended, ...(await presentAll(taken, now))]
  await together([
    giveSharesBack(gone.filter(({ counted }) => counted).map(({ claim }) => claim)),
    ...gone
      .filter(({ seated }) => seated)
      .map(({ claim }) => giveSeatBack(residentId, claim, now, { because: { kind: 'limit' } })),
  ])
  const bySlot = new Map(slots.map((slot) => [slot._id, slot]))
  const refused = gone.map(({ claim, seated }) => ({
    slotId: claim.place,
    code: seated
      ? ('LIMIT_HOUSEHOLD' as const)
      : decideTaken(bySlot.get(claim.place) ?? null, residentId, now, claim.view),
  }))
  // No reason left: the last place was taken, and has been given back since.
  if (got.length === 1 && refused[0]?.code === null) return null
  return [
    ...ended,
    ...refused.map(({ slotId, code }) => ({ slotId, code: code ?? ('SLOT_FULL' as const) })),
    ...(await presentAll(taken, now)),
  ]
}

const presentAll = (claims: readonly BookingClaim[], now: number): Promise<Ended[]> =>
  together(
    claims.map(async (claim) => ({
      slotId: claim.place,
      booked: await presentNoted(claim, 'kept', now),
    })),
  )
