import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BookingDoc } from '../../cloudfunctions/booking/booking.docs'
import { COLLECTIONS } from '../../cloudfunctions/shared/collections'
import type { Claim, Diary } from '../../cloudfunctions/shared/diary.rules'
import { emptyDiary } from '../../cloudfunctions/shared/diary.rules'
import { MINUTE, newTap, openSlots, startTestCloud, type TestCloud } from '../support/cloud'
import { addDocs, allOf, changeDoc, snapshot } from '../support/database'
import { addSmallTown } from '../support/small-town'

/** A note may be about somebody's health: it stands in the database sealed, and is opened where it is shown. */

const NOTE = '正在做透析，要轮椅'
const TALK = 'chunxiao-health-talk'
const everything = (town: TestCloud) => snapshot(town, Object.keys(COLLECTIONS))

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 10 })
})
afterAll(() => cloud.close())

const reserve = async (openid: string, nth = 0) => {
  const slotId = (await openSlots(cloud, TALK))[nth]?.slotId ?? ''
  return cloud.as(openid).ok('booking.reserve', { slotId, note: NOTE })
}
const rowOf = async (id: string) =>
  (await allOf<BookingDoc>(cloud, 'bookings')).find(({ _id }) => _id === id)
const diaryOf = async (openid: string) =>
  (await allOf<Diary>(cloud, 'diaries')).find(({ _id }) => _id === `r-${openid}`)

describe('a note', () => {
  test('is nowhere in the database or the log as it was typed, at any step', async () => {
    const { bookingId } = await reserve('resident-0001')
    expect(JSON.stringify(await everything(cloud))).not.toContain(NOTE)
    await cloud.advance(2 * MINUTE)
    expect(JSON.stringify(await everything(cloud))).not.toContain(NOTE)
    const [row, diary] = [await rowOf(bookingId), await diaryOf('resident-0001')]
    expect(row?.note).toMatch(/^demo\./)
    expect(diary?.kept.at(-1)?.note).toBe(row?.note)
    expect([row?.keyId, diary?.keyId]).toEqual(['demo', 'demo'])
    await cloud.as('resident-0001').ok('booking.cancel', { bookingId })
    await cloud.advance(2 * MINUTE)
    expect(JSON.stringify(await everything(cloud))).not.toContain(NOTE)
    expect(cloud.logs.join()).not.toContain(NOTE)
  })

  test('is shown to the person, in every answer, and to the desk', async () => {
    const slotId = (await openSlots(cloud, TALK))[0]?.slotId ?? ''
    const me = cloud.as('resident-0002')
    const tap = newTap()
    const booked = await me.ok('booking.reserve', { slotId, note: NOTE }, tap)
    expect(booked.note).toBe(NOTE)
    expect(await me.ok('booking.reserve', { slotId, note: NOTE }, tap)).toEqual(booked)
    expect((await me.ok('booking.listMine', {})).items).toEqual([booked])
    await cloud.advance(2 * MINUTE)
    const day = { day: new Date(booked.startsAt).toISOString().slice(0, 10) }
    const { items } = await cloud.as('demo-staff').ok('booking.listDay', day)
    expect(items.find((item) => item.bookingId === booked.bookingId)?.note).toBe(NOTE)
    const cancelled = await me.ok('booking.cancel', { bookingId: booked.bookingId })
    expect(cancelled.note).toBe(NOTE)
    expect((await me.ok('booking.listMine', {})).items).toEqual([cancelled])
  })

  test('that does not open is left out, and the rest is there', async () => {
    const altered = await reserve('resident-0003')
    const other = await reserve('resident-0004')
    await cloud.advance(2 * MINUTE)
    const note = (await rowOf(other.bookingId))?.note
    await changeDoc(cloud, 'bookings', altered.bookingId, { note })
    await changeDoc(cloud, 'diaries', 'r-resident-0003', { 'kept.0.note': note })
    cloud.logs.length = 0
    const { items } = await cloud.as('resident-0003').ok('booking.listMine', {})
    expect(items.map(({ bookingId, note: shown }) => [bookingId, shown])).toEqual([
      [altered.bookingId, undefined],
    ])
    const day = { day: new Date(altered.startsAt).toISOString().slice(0, 10) }
    const visits = (await cloud.as('demo-staff').ok('booking.listDay', day)).items
    const shown = new Map(visits.map((visit) => [visit.bookingId, visit.note]))
    expect([shown.get(altered.bookingId), shown.get(other.bookingId)]).toEqual([undefined, NOTE])
    expect(shown.has(altered.bookingId)).toBe(true)
    expect(cloud.logs.filter((line) => line.includes('note unreadable')).length).toBe(2)
    const { bookingId } = altered
    expect(await cloud.as('resident-0003').ok('booking.cancel', { bookingId })).toMatchObject({
      state: 'cancelled',
    })
  })

  test('of the demo is sealed as well, and read at its desk', async () => {
    const { items } = await cloud.as('demo-staff').ok('booking.listDay', {})
    expect(items.some(({ note }) => note === '腿脚不便，要轮椅')).toBe(true)
    expect(JSON.stringify(await everything(cloud))).not.toContain('腿脚不便，要轮椅')
  })
})

test('without keys a booking works, and one with a note writes nothing', async () => {
  const bare = await startTestCloud({ seed: 'none', keys: '' })
  try {
    const { openids, slotIds } = await addSmallTown(bare, 2, [2, 2])
    const [openid = '', other = ''] = openids
    const [slotId = ''] = slotIds
    const { bookingId } = await bare.as(openid).ok('booking.reserve', { slotId })
    expect((await bare.as(openid).ok('booking.listMine', {})).items.length).toBe(1)
    await bare.as(openid).ok('booking.cancel', { bookingId })

    const before = await everything(bare)
    const input = { slotId, note: NOTE }
    expect(await bare.as(openid).refused('booking.reserve', input)).toBe('NOT_READY')
    expect(await everything(bare)).toEqual(before)

    // Somebody whose note was sealed while there were keys.
    const claim: Claim = {
      id: `${slotId}_x`,
      kind: 'booking',
      place: slotId,
      ...{ from: Date.UTC(2027, 0, 1), to: Date.UTC(2027, 0, 2), at: 1, tapId: 'tap-x' },
      note: 'k1.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAA',
      view: { serviceId: 's', serviceName: '体检', place: '一楼', bookedAt: 1 },
    }
    const noted = { ...emptyDiary('r-noted', 'c-1'), kept: [claim], live: 1, keyId: 'k1' }
    await addDocs(bare, 'diaries', [noted])
    await changeDoc(bare, 'accounts', other, { residentId: 'r-noted' })
    const then = await everything(bare)
    expect(await bare.as(other).refused('booking.cancel', { bookingId: claim.id })).toBe(
      'NOT_READY',
    )
    expect(await everything(bare)).toEqual(then)
  } finally {
    await bare.close()
  }
})
