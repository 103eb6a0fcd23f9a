import type { NoticeFact } from '../../types/contract/message'
import { accountOf, helpersUntil, hearersOf } from '../shared/hearers'
import { tell, type Told } from '../shared/notices'
import { findChange } from '../shared/person-changes'
import { together } from '../shared/together'
import type { SeatEntry, SlotDoc } from './booking.docs'
import { toldOf } from './day/day.notices'

/**
 * A visit that was cancelled by what became of the person is told to them and to those who act, or acted until
 * then, for them. After a death the person's account is told nothing, and the helpers only where staff chose
 * so; of an erasure nobody is told.
 */
export async function tellOfCancelled(slot: SlotDoc, entry: SeatEntry): Promise<void> {
  if (entry.because?.kind === 'provider') return tellOfTakenBack(slot, entry, entry.because.say)
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

/** Those who give the visit took it back. */
async function tellOfTakenBack(slot: SlotDoc, entry: SeatEntry, say: string): Promise<void> {
  const { serviceName, startsAt } = slot
  const about = { kind: 'bookingCancelled', serviceName, startsAt, because: 'provider', say } as const
  await tellOf(slot, entry, about)
}

/** Those who give the visit brought it to another time. */
export async function tellOfMoved(slot: SlotDoc, entry: SeatEntry): Promise<void> {
  const { moved } = entry.claim.view
  if (!moved) return
  const { serviceName, startsAt, place } = slot
  const { from, say } = moved
  await tellOf(slot, entry, { kind: 'bookingMoved', serviceName, from, startsAt, place, say })
}

async function tellOf(slot: SlotDoc, entry: SeatEntry, about: NoticeFact): Promise<void> {
  const { residentId, claim, at } = entry
  const { communityId, region } = slot
  const hearers = await hearersOf([residentId], at)
  const fact = { about, fact: claim.id, at }
  await tell(toldOf({ residentId, communityId, region }, hearers, fact))
}
