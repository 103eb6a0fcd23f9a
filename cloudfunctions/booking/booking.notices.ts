import type { NoticeFact } from '../../types/contract/message-inbox'
import { accountOf, hearersOf, helpersUntil } from '../shared/hearers'
import { tell, type Told } from '../shared/notices'
import { findChange } from '../shared/person-changes'
import { together } from '../shared/together'
import type { SeatEntry, SlotDoc } from './booking.docs'
import { addUntold } from './times/times.store'

/** What follows from an entry of a slot's outbox is told to whom it concerns. */
export async function tellOfSeat(slot: SlotDoc, entry: SeatEntry): Promise<void> {
  const { because, claim, kind } = entry
  const { serviceName, startsAt } = slot
  if (kind === 'cancelled' && because?.kind === 'person') return tellOfCancelled(slot, entry)
  if (kind === 'cancelled' && because?.kind === 'provider') {
    const { say, closureId } = because
    const about = {
      kind: 'bookingCancelled',
      serviceName,
      startsAt,
      because: 'provider',
      say,
    } as const
    return tellOfClosure(slot, entry, about, closureId)
  }
  const { moved } = claim.view
  if (kind === 'booked' && moved) {
    const { from, say, closureId } = moved
    return tellOfClosure(
      slot,
      entry,
      { kind: 'bookingMoved', serviceName, from, startsAt, say },
      closureId,
    )
  }
}

type OfClosure = Extract<NoticeFact, { kind: 'bookingCancelled' | 'bookingMoved' }>

/** To the person, and to those who act for them; whom nothing reaches, staff call, who find them at the closure. */
async function tellOfClosure(
  { communityId, region }: SlotDoc,
  { residentId, claim, at }: SeatEntry,
  about: OfClosure,
  closureId: string | undefined,
): Promise<void> {
  const { own, helpers = [] } = (await hearersOf([residentId], at)).get(residentId) ?? {}
  const common = { communityId, region, fact: claim.id, at }
  await tell([
    ...(own === undefined ? [] : [{ ...common, accountId: own, about }]),
    ...helpers.map(({ accountId, grant: { name, residentId: whom } }) => ({
      ...common,
      accountId,
      about: { ...about, name },
      whom,
    })),
  ])
  const reached = own !== undefined || helpers.length > 0
  if (!reached && closureId !== undefined) await addUntold(closureId, residentId)
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
