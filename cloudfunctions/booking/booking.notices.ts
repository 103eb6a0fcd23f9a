import type { NoticeFact } from '../../types/contract/message-inbox'
import { accountOf, hearersOf, helpersUntil } from '../shared/hearers'
import { tell, type Told } from '../shared/notices'
import { findChange } from '../shared/person-changes'
import { together } from '../shared/together'
import type { SeatEntry, SlotDoc } from './booking.docs'
import type { BookingClaim } from './booking.rules'
import { addUntold } from './times/closures.store'
import { toldOf } from './told'

/** Those who book in somebody's place without being let to by them: the person hears of it. */
const madeBy = ({ by }: BookingClaim['view']) =>
  by?.kind === 'desk' || by?.kind === 'provider' ? by.kind : undefined

/** Whether somebody hears of this seat only where it has become a booking that stands. */
export const waitsToStand = ({ kind, claim }: SeatEntry): boolean =>
  kind === 'booked' && (claim.view.moved !== undefined || madeBy(claim.view) !== undefined)

/** What follows from an entry of a slot's outbox is told to whom it concerns. */
export async function tellOfSeat(
  slot: SlotDoc,
  entry: SeatEntry,
  { stands }: { stands: boolean },
): Promise<void> {
  const { because, claim, kind } = entry
  const { serviceName, startsAt } = slot
  if (kind === 'cancelled' && because?.kind === 'person') return tellOfCancelled(slot, entry)
  if (kind === 'cancelled' && because?.kind === 'provider') {
    const { say, closureId } = because
    const of = { serviceName, startsAt, because: 'provider', say } as const
    const about = { kind: 'bookingCancelled', ...of } as const
    return tellOfProvider(slot, entry, { about, fact: claim.id, closureId })
  }
  const { moved } = claim.view
  if (kind === 'booked' && moved) {
    const { from, say, closureId } = moved
    const about = { kind: 'bookingMoved', serviceName, from, startsAt, say } as const
    // A try that died after its place was taken, and the one after it, are one move.
    const fact = `${claim.replaces ?? claim.id} to ${slot._id}`
    return tellOfProvider(slot, entry, { about, fact, closureId })
  }
  const by = madeBy(claim.view)
  // Another time for what was booked is no second booking.
  if (kind === 'booked' && stands && by !== undefined && claim.replaces === undefined)
    return tellOfMade(slot, entry, by)
}

/** The desk, or who gives it, booked in somebody's place: to the person, and to those who act for them. */
async function tellOfMade(
  { communityId, region, serviceName, startsAt, place, where }: SlotDoc,
  { residentId, at, claim }: SeatEntry,
  by: 'desk' | 'provider',
): Promise<void> {
  const hearers = (await hearersOf([residentId], at)).get(residentId)
  const about = { kind: 'bookingMade', by, serviceName, startsAt, place, where } as const
  await tell(toldOf({ residentId, communityId, region }, hearers, { about, fact: claim.id, at }))
}

interface OfProvider {
  about: Extract<NoticeFact, { kind: 'bookingCancelled' | 'bookingMoved' }>
  fact: string
  closureId: string | undefined
}

/**
 * Those who give a visit moved or cancelled it: to the person, and to those who act for them. Whom nothing reaches,
 * staff call, who find them at the closure where it was one; who moves or cancels one visit sees whom it concerns.
 */
async function tellOfProvider(
  { communityId, region }: SlotDoc,
  { residentId, at }: SeatEntry,
  { about, fact, closureId }: OfProvider,
): Promise<void> {
  const hearers = (await hearersOf([residentId], at)).get(residentId)
  const told = toldOf({ residentId, communityId, region }, hearers, { about, fact, at })
  await tell(told)
  if (told.length === 0 && closureId !== undefined) await addUntold(closureId, residentId)
}

/**
 * A visit that was cancelled by what became of the person is told to them and to those who act, or acted until
 * then, for them. After a death the person's account is told nothing, and the helpers only where staff chose
 * so; of an erasure nobody is told.
 */
async function tellOfCancelled(slot: SlotDoc, entry: SeatEntry): Promise<void> {
  if (entry.because?.kind !== 'person') return
  const change = await findChange(entry.because.changeId)
  if (!change || change.kind === 'erased') return
  const { kind, residentId, into, reason, tellHelpers } = change
  const because = kind === 'merged' ? 'merged' : (reason ?? 'movedOut')
  const dead = because === 'death'
  const [own, helpers] = await together([
    dead ? Promise.resolve(undefined) : accountOf(into ?? residentId),
    dead && !tellHelpers
      ? Promise.resolve([])
      : helpersUntil(into === undefined ? [residentId] : [residentId, into], change.at),
  ])
  const { serviceName, startsAt, communityId, region } = slot
  const about = { kind: 'bookingCancelled', serviceName, startsAt, because } as const
  const told = (accountId: string, named?: { name: string; residentId: string }): Told => ({
    accountId,
    region,
    communityId,
    about: { ...about, ...(named ? { name: named.name } : {}) },
    whom: named?.residentId,
    fact: entry.claim.id,
    at: entry.at,
  })
  await tell([
    ...(own === undefined ? [] : [told(own)]),
    ...helpers
      .filter(({ accountId }) => accountId !== own)
      .map(({ accountId, grant }) => told(accountId, grant)),
  ])
}
