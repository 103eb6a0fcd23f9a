import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BookingDoc } from '../../cloudfunctions/booking/booking.docs'
import { type Account, type Grant, newAccount } from '../../cloudfunctions/shared/actor'
import {
  MINUTE,
  MONDAY_9,
  newTap,
  openSlots,
  startTestCloud,
  type TestCloud,
} from '../support/cloud'
import { addDocs, allOf } from '../support/database'

/** Somebody books, or cancels, in a resident's place: the booking says so, and not who exactly. */

const TALK = 'chunxiao-health-talk'
const DAUGHTER = { kind: 'helper', relation: 'daughter' }
const DESK = { kind: 'desk' }
const PLACE = { communityId: 'chunxiao', region: 'heping/nanhu/chunxiao' }

const grant = (residentId: string, more: Partial<Grant> = {}): Grant => ({
  grantId: `g-${residentId}`,
  residentId,
  ...PLACE,
  name: '妈妈',
  home: '1号楼1单元101室',
  relation: 'daughter',
  scope: 'booking',
  since: 1,
  ...more,
})

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 20 })
  const helper = (openid: string, grants: Grant[]): Account => ({
    ...newAccount(openid, `a-${openid}`, openid),
    grants,
  })
  const all = Array.from({ length: 20 }, (_, i) => `r-resident-${String(i + 1).padStart(4, '0')}`)
  await addDocs(cloud, 'accounts', [
    helper(
      'daughter',
      all.map((residentId) => grant(residentId)),
    ),
    helper(
      'former',
      all.map((residentId) => grant(residentId, { until: MONDAY_9 - MINUTE })),
    ),
    helper('of-another', [grant('r-demo-elder')]),
    {
      ...helper('staff-elsewhere', []),
      roles: [{ role: 'staff', region: 'heping/nanhu/liuan', since: 0, by: 'test' }],
    },
  ])
})
afterAll(() => cloud.close())

/** Each test is about somebody nobody has booked for before. */
let next = 0
let openid: string
let residentId: string
let slotId: string
beforeEach(async () => {
  openid = `resident-${String(++next).padStart(4, '0')}`
  residentId = `r-${openid}`
  slotId = (await openSlots(cloud, TALK))[0]?.slotId ?? ''
})

const daughter = () => cloud.as('daughter', { onBehalfOf: residentId })
const desk = () => cloud.as('demo-staff', { onBehalfOf: residentId })
const ownList = async () => (await cloud.as(openid).ok('booking.listMine', {})).items

describe('a helper', () => {
  test('books and cancels; both say so, to the person, in the history and at the desk', async () => {
    const booked = await daughter().ok('booking.reserve', { slotId })
    expect(booked).toMatchObject({ state: 'booked', by: DAUGHTER })
    expect(await ownList()).toEqual([booked])
    await cloud.advance(2 * MINUTE)
    const day = { day: new Date(booked.startsAt).toISOString().slice(0, 10) }
    const { items } = await cloud.as('demo-staff').ok('booking.listDay', day)
    expect(items.find(({ bookingId }) => bookingId === booked.bookingId)).toMatchObject({
      by: DAUGHTER,
    })

    const { bookingId } = booked
    const cancelled = await daughter().ok('booking.cancel', { bookingId })
    expect(cancelled).toMatchObject({ state: 'cancelled', by: DAUGHTER, cancelledBy: DAUGHTER })
    expect(await ownList()).toEqual([cancelled])
    await cloud.advance(2 * MINUTE)
    const row = (await allOf<BookingDoc>(cloud, 'bookings')).find(({ _id }) => _id === bookingId)
    expect(row).toMatchObject({ state: 'cancelled', by: DAUGHTER, cancelledBy: DAUGHTER })
    expect(JSON.stringify(row)).not.toMatch(/a-daughter|妈妈/)
  })

  test('whose tap comes twice gives one booking with one answer', async () => {
    const tap = newTap()
    const one = await daughter().ok('booking.reserve', { slotId }, tap)
    expect(await daughter().ok('booking.reserve', { slotId }, tap)).toEqual(one)
    expect(await ownList()).toEqual([one])
  })

  test('who cancels what the person booked is named for that alone, and the other way round', async () => {
    const own = await cloud.as(openid).ok('booking.reserve', { slotId })
    expect(own.by).toBeUndefined()
    const { bookingId } = own
    const cancelled = await daughter().ok('booking.cancel', { bookingId })
    expect(cancelled.by).toBeUndefined()
    expect(cancelled.cancelledBy).toEqual(DAUGHTER)

    const theirs = await daughter().ok('booking.reserve', { slotId })
    const back = await cloud.as(openid).ok('booking.cancel', { bookingId: theirs.bookingId })
    expect(back.by).toEqual(DAUGHTER)
    expect(back.cancelledBy).toBeUndefined()
  })

  test('whose cancellation dies before the diary knows is still named by the ticker', async () => {
    const { bookingId } = await cloud.as(openid).ok('booking.reserve', { slotId })
    // After the seat, which is given back first: the claim is not yet ended.
    const action = 'modifyDocument'
    await cloud.setFault({ op: 'booking.cancel', action, nth: 2, mode: 'kill' })
    const input = { bookingId }
    const event = { op: 'booking.cancel', input, tapId: newTap(), onBehalfOf: residentId }
    await cloud.send('booking', event, 'daughter')
    await cloud.clearFaults()
    await cloud.advance(2 * MINUTE)
    expect((await ownList())[0]).toMatchObject({ state: 'cancelled', cancelledBy: DAUGHTER })
  })

  test.each([
    ['of somebody else', 'of-another'],
    ['whose grant has ended', 'former'],
    ['who never was one', 'demo-child'],
  ])('%s books and cancels nothing', async (_, wrong) => {
    const { bookingId } = await cloud.as(openid).ok('booking.reserve', { slotId })
    const other = (await openSlots(cloud, 'chunxiao-flu-vaccine'))[0]?.slotId ?? ''
    const as = cloud.as(wrong, { onBehalfOf: residentId })
    expect(await as.refused('booking.reserve', { slotId: other })).toBe('NOT_THEIR_HELPER')
    expect(await as.refused('booking.cancel', { bookingId })).toBe('NOT_THEIR_HELPER')
    expect((await ownList()).map(({ state }) => state)).toEqual(['booked'])
  })
})

describe('the desk', () => {
  test('books and cancels for a caller, and is named as the desk', async () => {
    const booked = await desk().ok('booking.reserve', { slotId })
    expect(booked.by).toEqual(DESK)
    const cancelled = await desk().ok('booking.cancel', { bookingId: booked.bookingId })
    expect(cancelled).toMatchObject({ by: DESK, cancelledBy: DESK })
    expect(await ownList()).toEqual([cancelled])
  })

  test('of another community, and staff without one, book nothing', async () => {
    for (const wrong of ['staff-elsewhere', 'demo-provider', 'demo-street']) {
      const as = cloud.as(wrong, { onBehalfOf: residentId })
      expect(await as.refused('booking.reserve', { slotId })).toBe('NOT_THEIR_HELPER')
    }
    expect(await ownList()).toEqual([])
  })
})
