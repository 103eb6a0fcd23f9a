import { expect } from 'vitest'
import type { BookingDoc, SlotDoc } from '../../cloudfunctions/booking/booking.docs'
import type { BookingClaim } from '../../cloudfunctions/booking/booking.rules'
import type { Claim, Diary } from '../../cloudfunctions/shared/diary.rules'
import { type CountersByMonth, totalOf } from '../../cloudfunctions/shared/counts.rules'
import type { HouseholdCountsDoc } from '../../cloudfunctions/shared/household-counts'
import type { TestCloud } from './cloud'
import { allOf } from './database'

/**
 * What is always true of bookings, whatever ran at the same time: no more seats than places, every
 * seat held by a claim, nobody in two places at once, and of each person's limits and entitlements exactly
 * what their live claims use up. `settled`: after the ticker, when nothing is held any more, seats and kept
 * claims are the same thing, the rows say so too, and the homes' counters agree. `counted`: not in the demo, where
 * visits that are over have left the diaries and still count.
 */
export async function holdsForBookings(
  cloud: TestCloud,
  { now, settled, counted = true }: { now: number; settled: boolean; counted?: boolean },
): Promise<{ seats: number; slots: SlotDoc[]; diaries: Diary[] }> {
  const slots = await allOf<SlotDoc>(cloud, 'slots')
  const diaries = await allOf<Diary>(cloud, 'diaries')
  const claims = new Map<string, Claim>()
  for (const diary of diaries) {
    const live = [...diary.held, ...diary.kept].sort((a, b) => a.from - b.from)
    expect(diary.live, `live claims of ${diary._id}`).toBe(live.length)
    live.forEach((claim, i) => {
      const before = live[i - 1]
      if (before) expect(before.to, `${diary._id} in two places`).toBeLessThanOrEqual(claim.from)
      claims.set(`${diary._id} ${claim.place}`, claim)
    })
    if (counted) holdsForCounts(diary, live)
    if (settled) expect(diary.held, `claims held by ${diary._id}`).toEqual([])
    if (settled) expect(diary.moving ?? [], `claims leaving ${diary._id}`).toEqual([])
  }
  // On its way from one diary into another, a claim stands for a seat of either.
  for (const { _id, goesTo = '', moving = [] } of diaries) {
    for (const claim of moving) {
      for (const key of [`${_id} ${claim.place}`, `${goesTo} ${claim.place}`]) {
        if (!claims.has(key)) claims.set(key, claim)
      }
    }
  }
  let seats = 0
  for (const slot of slots) {
    const taken = Object.entries(slot.seats)
    expect(slot.left, `places left in ${slot._id}`).toBe(
      slot.capacity - taken.length - slot.offers.length,
    )
    expect(slot.left).toBeGreaterThanOrEqual(0)
    if (settled) expect(slot.outbox, `outbox of ${slot._id}`).toEqual([])
    if (slot.endsAt <= now) continue
    seats += taken.length
    for (const [residentId, { bookingId }] of taken) {
      expect(claims.get(`${residentId} ${slot._id}`)?.id, `claim for ${bookingId}`).toBe(bookingId)
    }
  }
  if (settled) {
    await holdsForRows(cloud, slots, diaries, now)
    if (counted) await holdsForHouseholds(cloud, diaries)
  }
  return { seats, slots, diaries }
}

/** Counters above nothing, by their keys. */
const flat = (counters: CountersByMonth | undefined): Record<string, number> =>
  used(
    Object.fromEntries(
      Object.entries(counters ?? {}).flatMap(([month, of]) =>
        Object.entries(of).map(([rest, n]) => [`${month}/${rest}`, n] as const),
      ),
    ),
  )

const used = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0))

/** What is used up is the sum of the live claims; of those that left the diary since, nobody knows any more. */
function holdsForCounts({ _id, counts, dropped }: Diary, live: readonly Claim[]): void {
  if (dropped > 0) return
  expect(flat(counts), `what ${_id} has used up`).toEqual(
    used(totalOf(live.map((claim) => claim.counts))),
  )
  const subsidised = totalOf(
    live.map(({ view }) => {
      const { subsidy } = view as BookingClaim['view']
      return subsidy && { [`${subsidy.month}/e-${subsidy.entitlementId}`]: subsidy.units }
    }),
  )
  const fromEntitlements = Object.entries(flat(counts)).filter(([key]) => key.includes('/e-'))
  expect(Object.fromEntries(fromEntitlements), `entitlements of ${_id}`).toEqual(used(subsidised))
}

async function holdsForHouseholds(cloud: TestCloud, diaries: readonly Diary[]): Promise<void> {
  const shares = diaries.flatMap(({ kept }) =>
    kept.flatMap(({ household }) => (household ? [household] : [])),
  )
  // What left a diary long after its end still counts for its home.
  if (diaries.some(({ dropped }) => dropped > 0)) return
  const homes = new Map(
    (await allOf<HouseholdCountsDoc>(cloud, 'householdCounts')).map((home) => [home._id, home]),
  )
  for (const householdId of new Set([
    ...homes.keys(),
    ...shares.map((share) => share.householdId),
  ])) {
    const own = shares.filter((share) => share.householdId === householdId)
    const home = homes.get(householdId)
    expect(flat(home?.counts), `what ${householdId} has used up`).toEqual(
      used(totalOf(own.map(({ counts }) => counts))),
    )
    expect((home?.holds ?? []).map(({ id }) => id).sort(), `shares of ${householdId}`).toEqual(
      own.map(({ hold }) => hold).sort(),
    )
  }
}

async function holdsForRows(
  cloud: TestCloud,
  slots: readonly SlotDoc[],
  diaries: readonly Diary[],
  now: number,
): Promise<void> {
  const bySlot = new Map(slots.map((slot) => [slot._id, slot]))
  const rows = new Map((await allOf<BookingDoc>(cloud, 'bookings')).map((row) => [row._id, row]))
  for (const { _id: residentId, kept, ended } of diaries) {
    for (const { id, place, to } of kept) {
      if (to <= now) continue
      expect(bySlot.get(place)?.seats[residentId]?.bookingId, `seat of ${id}`).toBe(id)
      expect(rows.get(id)?.state, `row of ${id}`).toBe('booked')
    }
    for (const { id } of ended) expect(rows.get(id)?.state, `row of ${id}`).toBe('cancelled')
  }
  for (const { _id, state, residentId, slotId, serviceId, startsAt } of rows.values()) {
    if (state !== 'booked' || startsAt <= now) continue
    const slot = bySlot.get(slotId)
    expect(slot?.seats[residentId]?.bookingId, `seat of the row ${_id}`).toBe(_id)
    expect({ serviceId, startsAt }).toEqual({
      serviceId: slot?.serviceId,
      startsAt: slot?.startsAt,
    })
  }
}
