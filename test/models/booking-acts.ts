import type { SlotDoc } from '../../cloudfunctions/booking/booking.docs'
import type { Random } from '../../cloudfunctions/shared/demo-world'
import type { Claim, Diary } from '../../cloudfunctions/shared/diary.rules'
import { dayOf } from '../../cloudfunctions/shared/time'
import type { OperationName } from '../../types/contract'
import { DAY } from '../support/cloud'
import {
  ENGINE_PLACE,
  residentOf,
  type ServiceName,
  STAFF,
  vouchersOf,
} from '../support/engine-town'

/** What residents, those who act for them, and staff of the model's town tap next. */

export interface Act {
  openid: string
  op: OperationName
  input: object
  tapId: string
  onBehalfOf?: string
}

/** What the model saw when it looked last. */
export interface Seen {
  now: number
  slots: readonly SlotDoc[]
  diaries: ReadonlyMap<string, Diary>
  /** Who is somebody: nobody who has left, died, been erased or merged into another. */
  people: readonly string[]
  closureIds: readonly string[]
}

type Make = (seen: Seen, random: Random) => Omit<Act, 'tapId'> | null

const ahead = ({ slots, now }: Seen) => slots.filter(({ startsAt }) => startsAt > now)
const liveOf = ({ diaries, now }: Seen, openid: string): Claim[] =>
  (diaries.get(residentOf(openid))?.kept ?? []).filter(({ from }) => from > now)

/** Some have much to do: who books often meets their own limits and clashes. */
const somebody = ({ people }: Seen, random: Random): string =>
  random.pick(random.next() < 0.6 ? people.slice(0, 24) : people)

/** One of the first times most often, so that they fill. */
function someSlot(seen: Seen, random: Random): string | null {
  const wanted = random.pick(['check', 'check', 'bath', 'bath', 'clean'])
  const all = ahead(seen).filter(({ serviceId }) => serviceId === wanted)
  if (all.length === 0) return null
  return random.pick(random.next() < 0.7 ? all.slice(0, 4) : all)._id
}

/** Somebody with something ahead; after some looking, nobody. */
function someoneWith(seen: Seen, random: Random): { openid: string; claim: Claim } | null {
  for (let tries = 0; tries < 20; tries++) {
    const openid = somebody(seen, random)
    const live = liveOf(seen, openid)
    if (live.length > 0) return { openid, claim: random.pick(live) }
  }
  return null
}

const reserve: Make = (seen, random) => {
  const slotId = someSlot(seen, random)
  if (slotId === null) return null
  const openid = somebody(seen, random)
  const others = familyOf(openid).filter((other) => seen.people.includes(other))
  return {
    openid,
    op: 'booking.reserve',
    input: {
      slotId,
      ...(slotId.startsWith('check') || random.next() < 0.3 ? {} : { useSubsidy: true }),
      ...(random.next() < 0.15 ? { repeat: { weeks: random.int(2, 3) } } : {}),
      ...(random.next() < 0.15 && others[0] ? { alsoFor: [residentOf(random.pick(others))] } : {}),
    },
  }
}

/** Four live together. */
function familyOf(openid: string): string[] {
  const n = Number(openid.slice(7)) - 1
  const first = n - (n % 4)
  return [0, 1, 2, 3].map((i) => `person-${first + i + 1}`).filter((other) => other !== openid)
}

const reserveForAnother: Make = (seen, random) => {
  const act = reserve(seen, random)
  if (!act) return null
  const byDesk = random.next() < 0.5
  const [other = ''] = familyOf(act.openid)
  const { slotId } = act.input as { slotId: string }
  const onBehalfOf = residentOf(act.openid)
  return { openid: byDesk ? STAFF : other, op: act.op, input: { slotId }, onBehalfOf }
}

const cancel: Make = (seen, random) => {
  const found = someoneWith(seen, random)
  return (
    found && { openid: found.openid, op: 'booking.cancel', input: { bookingId: found.claim.id } }
  )
}

const change: Make = (seen, random) => {
  const found = someoneWith(seen, random)
  if (!found) return null
  const service = found.claim.place.split('_')[0]
  const slots = ahead(seen).filter(({ serviceId }) => serviceId === service)
  const input = { bookingId: found.claim.id, slotId: random.pick(slots)._id }
  return { openid: found.openid, op: 'booking.change', input }
}

const join: Make = (seen, random) => {
  const full = ahead(seen).filter(({ left, queue }) => left === 0 || queue.length > 0)
  if (full.length === 0) return null
  const slotId = random.pick(full)._id
  return { openid: somebody(seen, random), op: 'booking.joinWaitlist', input: { slotId } }
}

/** Somebody who waits, or has an offer. */
const ofLine =
  (op: 'booking.leaveWaitlist' | 'booking.acceptOffer', list: 'queue' | 'offers'): Make =>
  (seen, random) => {
    const lines = ahead(seen).filter((slot) => slot[list].length > 0)
    if (lines.length === 0) return null
    const slot = random.pick(lines)
    const openid = random.pick<{ residentId: string }>(slot[list]).residentId.slice(2)
    return { openid, op, input: { slotId: slot._id } }
  }

const grantOtherwise: Make = (seen, random) => {
  const openid = somebody(seen, random)
  return {
    openid: STAFF,
    op: 'booking.saveEntitlement',
    input: {
      ...{ residentId: residentOf(openid), entitlementId: vouchersOf(openid) },
      ...{ need: 'bathing', unit: 'voucher', perMonth: random.int(1, 3) },
      ...{ fromDay: '2026-11-01', untilDay: '2027-10-31' },
    },
  }
}

const closeDay: Make = (seen, random) => {
  const slot = random.pick(ahead(seen))
  const { serviceId, startsAt } = slot
  const input = {
    of: random.next() < 0.7 ? 'service' : 'place',
    serviceId,
    day: dayOf(startsAt),
    say: '停水',
    ...(random.next() < 0.5 ? { moveTo: dayOf(startsAt + random.int(1, 7) * DAY) } : {}),
  }
  return { openid: STAFF, op: 'booking.closeDay', input }
}

const reopenDay: Make = ({ closureIds }, random) =>
  closureIds.length === 0
    ? null
    : {
        openid: STAFF,
        op: 'booking.reopenDay',
        input: { closureId: random.pick(closureIds) },
      }

/** How often each is tapped. */
const ACTS: readonly (readonly [Make, number])[] = [
  [reserve, 30],
  [reserveForAnother, 5],
  [cancel, 14],
  [change, 14],
  [join, 14],
  [ofLine('booking.leaveWaitlist', 'queue'), 3],
  [ofLine('booking.leaveWaitlist', 'offers'), 2],
  [ofLine('booking.acceptOffer', 'offers'), 10],
  [grantOtherwise, 3],
  [closeDay, 0.6],
  [reopenDay, 0.6],
]
const ALL = ACTS.reduce((sum, [, weight]) => sum + weight, 0)

/** The next tap: something new, or one of the last ones again. */
export function nextAct(seen: Seen, random: Random, sent: readonly Act[]): Act | null {
  const last = sent.at(-1 - random.int(0, 9))
  if (random.next() < 0.12 && last) return last
  let chance = random.next() * ALL
  const [make] = ACTS.find(([, weight]) => (chance -= weight) < 0) ?? []
  const act = make?.(seen, random)
  if (!act) return null
  return { ...act, tapId: `tap-${String(random.int(0, 999_999_999)).padStart(9, '0')}` }
}

/** What became of somebody, as staff record it (shared/person-changes.ts); only booking has to follow. */
export const personChange = (
  kind: 'ended' | 'merged' | 'erased',
  openid: string,
  { at, into }: { at: number; into?: string },
) => ({
  _id: `change-${openid}`,
  ...{ kind, residentId: residentOf(openid), communityId: ENGINE_PLACE.communityId },
  ...(into === undefined ? {} : { into: residentOf(into) }),
  ...{ by: 'a-staff', at, pending: ['booking'] },
})

/** The services whose capacity staff change now and then. */
export const CHANGED: readonly ServiceName[] = ['check', 'bath', 'clean']
