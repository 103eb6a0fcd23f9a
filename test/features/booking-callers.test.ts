import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Account } from '../../cloudfunctions/shared/actor'
import type { FactDoc } from '../../cloudfunctions/shared/audit.docs'
import { LIMITS } from '../../types/contract/limits'
import {
  COLLEAGUE,
  elderAt,
  grantVouchers,
  residentOf,
  RIVAL,
  STAFF,
  visitSlot,
  WORKER,
} from '../support/care-town'
import { DAY, HOUR, MINUTE, MONDAY_9, newTap, type TestCloud } from '../support/cloud'
import { allOf, changeDoc } from '../support/database'
import { bookCheck, checkSlot, startDayTown } from '../support/day-town'
import { holdsForBookings } from '../support/invariants'
import { givePhone } from '../support/phones'

/** Somebody calls those who give a service: they book a place for them, and see nobody's record for it. */

const ELDERS = 16
const phoneOf = (openid: string) => `1380000${openid.slice(6).padStart(4, '0')}`
const callerOf = (openid: string) => ({ name: `王${openid}`, phoneEnd: phoneOf(openid).slice(-4) })

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startDayTown(ELDERS)
  for (let n = 1; n <= ELDERS; n++)
    await givePhone(cloud, residentOf(elderAt(n)), phoneOf(elderAt(n)))
})
afterAll(async () => {
  const { now } = await cloud.advance(3 * MINUTE)
  await holdsForBookings(cloud, { now, settled: true })
  await cloud.close()
})

let next = 0
const someone = () => elderAt(++next)
const lookupsOf = async (openid: string) =>
  (await allOf<Account>(cloud, 'accounts')).find(({ _id }) => _id === openid)?.lookups ?? []
const worker = () => cloud.as(WORKER)
const facts = async () =>
  (await allOf<FactDoc>(cloud, 'auditFacts')).filter(({ op }) => op === 'booking.addVisit')

describe('a place for somebody who calls', () => {
  test('is theirs at once; they read who booked it, and in the trail that they were looked for', async () => {
    const elder = someone()
    const slotId = checkSlot(11)
    const given = await worker().ok('booking.addVisit', { slotId, ...callerOf(elder) })
    expect(given).toEqual({
      ...{ bookingId: given.bookingId, slotId, name: `王${elder}`, priceFen: 3_000 },
      ...{ startsAt: MONDAY_9 + 2 * HOUR, endsAt: MONDAY_9 + 3 * HOUR },
    })
    const mine = await cloud.as(elder).ok('booking.viewBooking', { bookingId: given.bookingId })
    expect(mine.booked).toMatchObject({ state: 'booked', by: { kind: 'provider' } })
    const { items } = await worker().ok('booking.listDay', {})
    expect(items.map(({ bookingId }) => bookingId)).toContain(given.bookingId)
    const [looked, found] = await facts()
    expect([looked, found].map((fact) => fact?.whom).sort()).toEqual([residentOf(elder), undefined])
    for (const fact of [looked, found]) {
      expect(fact).toMatchObject({ as: 'provider', by: `a-${WORKER}` })
      expect(JSON.stringify(fact)).not.toContain(`王${elder}`)
    }
    await cloud.advance(MINUTE)
    const messages = await cloud.as(elder).ok('message.listMine', {})
    expect(messages.items.map(({ about }) => about)).toContainEqual(
      expect.objectContaining({ kind: 'bookingMade', by: 'provider', startsAt: given.startsAt }),
    )
    const traces = await cloud.as(elder).ok('account.listTraces', {})
    expect(traces.items.map(({ op }) => op)).toContain('booking.addVisit')
  })

  test('the same tap again gives the same answer, with other words it is refused, and one look is counted', async () => {
    const elder = someone()
    const tap = newTap()
    const input = { slotId: checkSlot(11), ...callerOf(elder) }
    const first = await worker().ok('booking.addVisit', input, tap)
    expect(await worker().ok('booking.addVisit', input, tap)).toEqual(first)
    const other = { ...input, ...callerOf(elderAt(ELDERS)) }
    expect(await worker().refused('booking.addVisit', other, tap)).toBe('TAP_REUSED')
    expect((await lookupsOf(WORKER)).filter(({ tapId }) => tapId === tap).length).toBe(1)
  })

  test('takes from their entitlement where it is said, and whoever has none is refused', async () => {
    const [elder, without] = [someone(), someone()]
    await grantVouchers(cloud, elder, 1)
    const bath = { slotId: visitSlot(15), useSubsidy: true }
    const given = await worker().ok('booking.addVisit', { ...bath, ...callerOf(elder) })
    expect(given.priceFen).toBe(2_000)
    const input = { ...bath, ...callerOf(without) }
    expect(await worker().refused('booking.addVisit', input)).toBe('NO_ENTITLEMENT')
  })

  test('the rules are those of a resident: neither two places at once, nor a full time', async () => {
    const elder = someone()
    await bookCheck(cloud, elder, 13)
    const again = { slotId: checkSlot(13), ...callerOf(elder) }
    expect(await worker().refused('booking.addVisit', again)).toBe('ALREADY_BOOKED')
    const clash = { slotId: visitSlot(13), ...callerOf(elder) }
    expect(await worker().refused('booking.addVisit', clash)).toBe('TIME_CLASH')
    for (const one of [14, 15, 16]) await bookCheck(cloud, elderAt(one), 14)
    const full = { slotId: checkSlot(14), ...callerOf(elder) }
    expect(await worker().refused('booking.addVisit', full)).toBe('SLOT_FULL')
  })

  test('nobody is found by half a name, another’s number, or after they left', async () => {
    const elder = someone()
    const slotId = checkSlot(16)
    const { name, phoneEnd } = callerOf(elder)
    const wrong = [
      { name: name.slice(0, -1), phoneEnd },
      { name, phoneEnd: '9999' },
      { name, phoneEnd: callerOf(elderAt(1)).phoneEnd },
    ]
    for (const one of wrong)
      expect(await worker().refused('booking.addVisit', { slotId, ...one })).toBe('CALLER_UNKNOWN')
    await changeDoc(cloud, 'residents', residentOf(elder), { state: 'left' })
    const left = { slotId, name, phoneEnd }
    expect(await worker().refused('booking.addVisit', left)).toBe('CALLER_UNKNOWN')
  })

  test('nor where two have the same name and end of number', async () => {
    const [one, other] = [someone(), someone()]
    const { name, phoneEnd } = callerOf(one)
    await changeDoc(cloud, 'residents', residentOf(other), { name })
    await givePhone(cloud, residentOf(other), `1390000${phoneEnd}`)
    const input = { slotId: checkSlot(16), name, phoneEnd }
    expect(await worker().refused('booking.addVisit', input)).toBe('CALLER_UNKNOWN')
  })

  test('it is for those who give this very service', async () => {
    const input = { slotId: checkSlot(16), ...callerOf(elderAt(1)) }
    expect(await cloud.as(RIVAL).refused('booking.addVisit', input)).toBe('NOT_YOUR_SERVICE')
    for (const openid of [elderAt(2), STAFF, 'staff-elsewhere'])
      expect(await cloud.as(openid).refused('booking.addVisit', input)).toBe('NOT_ALLOWED')
    const nowhere = { ...input, slotId: 'none_none_1' }
    expect(await worker().refused('booking.addVisit', nowhere)).toBe('NOT_FOUND')
  })

  test('so many looks a day, found or not, however many come at once; then none until a day has passed', async () => {
    const slotId = checkSlot(16)
    const colleague = cloud.as(COLLEAGUE)
    const looked = Array.from({ length: LIMITS.lookupsADay - 4 }, (_, n) => ({
      ...{ tapId: `looked-${n}`, of: 'another', at: MONDAY_9 },
    }))
    await changeDoc(cloud, 'accounts', COLLEAGUE, { lookups: looked })
    const guesses = ['0001', '0002', '0003', '0004', '0005', '0006', '0007'].map((phoneEnd) =>
      colleague.refused('booking.addVisit', { slotId, name: '王', phoneEnd }),
    )
    const codes = await Promise.all(guesses)
    expect(codes.filter((code) => code === 'CALLER_UNKNOWN').length).toBe(4)
    expect(codes.filter((code) => code === 'LOOKUPS_USED').length).toBe(3)
    const right = { slotId: checkSlot(17, 1), ...callerOf(elderAt(1)) }
    expect(await colleague.refused('booking.addVisit', right)).toBe('LOOKUPS_USED')
    const lookups = (await lookupsOf(COLLEAGUE)).map((tap) => ({ ...tap, at: tap.at - DAY }))
    await changeDoc(cloud, 'accounts', COLLEAGUE, { lookups })
    await colleague.ok('booking.addVisit', right)
  })
})
