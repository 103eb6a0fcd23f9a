import { helpersUntil, accountOf } from '../shared/hearers'
import { tell, type Told } from '../shared/notices'
import { findChange } from '../shared/person-changes'
import { together } from '../shared/together'
import type { SeatEntry, SlotDoc } from './booking.docs'

/**
 * A visit that was cancelled by what became of the person is told to them and to those who act, or acted until
 * then, for them. After a death the person's account is told nothing, and the helpers only where staff chose
 * so; of an erasure nobody is told.
 */
export async function tellOfCancelled(slot: SlotDoc, entry: SeatEntry): Promise<void> {
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
