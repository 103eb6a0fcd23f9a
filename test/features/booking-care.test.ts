import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BookingDoc } from '../../cloudfunctions/booking/booking.docs'
import type { Diary } from '../../cloudfunctions/shared/diary.rules'
import {
  bookVisit,
  byCode,
  byDigits,
  byNothing,
  CHILD,
  codeOn,
  COLLEAGUE,
  digitsOn,
  elderAt,
  grantVouchers,
  notThese,
  residentOf,
  RIVAL,
  STAFF,
  startCareTown,
  visitSlot,
  WORKER,
} from '../support/care-town'
import { MINUTE, newTap, type TestCloud } from '../support/cloud'
import { allOf } from '../support/database'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCareTown(30)
})
afterAll(() => cloud.close())

/** Each test is about somebody nobody has visited before. */
let next = 1
const someone = () => elderAt(++next)

const worker = () => cloud.as(WORKER)
const diaryOf = async (openid: string) =>
  (await allOf<Diary>(cloud, 'diaries')).find(({ _id }) => _id === residentOf(openid))
const rowOf = async (bookingId: string) =>
  (await allOf<BookingDoc>(cloud, 'bookings')).find(({ _id }) => _id === bookingId)

describe('an entitlement', () => {
  test('is given by staff, seen by the person and their child, used by a booking and given back exactly', async () => {
    const elder = elderAt(1)
    const given = await grantVouchers(cloud, elder, 2)
    expect(given.items).toMatchObject([{ need: 'bathing', unit: 'voucher', state: 'holds' }])
    const left = async (openid: string, acting = false) =>
      (
        await cloud
          .as(openid, acting ? { onBehalfOf: residentOf(elder) } : {})
          .ok('booking.entitlements', {})
      ).items[0]?.months.map((one) => [one.month, one.used, one.left])
    expect(await left(elder)).toEqual([
      ['2026-11', 0, 2],
      ['2026-12', 0, 2],
    ])
    const { bookingId } = await bookVisit(cloud, elder, 15)
    expect((await left(CHILD, true))?.[0]).toEqual(['2026-11', 1, 1])
    await cloud.as(elder).ok('booking.cancel', { bookingId })
    expect((await left(elder))?.[0]).toEqual(['2026-11', 0, 2])
  })

  test('the last voucher is used once, however many visits are wished for at once', async () => {
    const elder = someone()
    await grantVouchers(cloud, elder, 1)
    const replies = await Promise.all(
      [14, 15, 16, 17].map((hour) =>
        cloud.as(elder).call('booking.reserve', { slotId: visitSlot(hour), useSubsidy: true }),
      ),
    )
    expect(replies.filter(({ data }) => data?.subsidised).length).toBe(1)
    const codes = replies.flatMap(({ error }) => (error ? [error.code] : []))
    expect(new Set(codes)).toEqual(new Set(['ENTITLEMENT_USED']))
    const diary = await diaryOf(elder)
    expect(Object.values(diary?.counts?.['2026-11'] ?? {})).toEqual([1])
  })

  test('lowered or ended below what is booked, the bookings stay and it is shown', async () => {
    const elder = someone()
    const { items } = await grantVouchers(cloud, elder, 2)
    await bookVisit(cloud, elder, 14)
    await bookVisit(cloud, elder, 16)
    const { entitlementId = '' } = items[0] ?? {}
    const residentId = residentOf(elder)
    const lowered = await cloud.as(STAFF).ok('booking.saveEntitlement', {
      ...{ residentId, entitlementId, need: 'bathing', unit: 'voucher', perMonth: 1 },
      ...{ fromDay: '2026-11-01', untilDay: '2027-10-31' },
    })
    expect(lowered.items[0]?.months[0]).toMatchObject({ used: 2, left: 0, over: 1 })
    const ended = await cloud.as(STAFF).ok('booking.endEntitlement', { residentId, entitlementId })
    expect(ended.items[0]).toMatchObject({ untilDay: '2026-11-23' })
    const { items: ahead } = await cloud.as(elder).ok('booking.listMine', {})
    expect(ahead.filter(({ state }) => state === 'booked').length).toBe(2)
  })

  test('the same tap gives one; of two people at once who change it, one is told to look again', async () => {
    const elder = someone()
    const residentId = residentOf(elder)
    const input = {
      residentId,
      need: 'bathing' as const,
      unit: 'voucher' as const,
      perMonth: 3,
      fromDay: '2026-11-01',
      untilDay: '2027-10-31',
    }
    const tap = newTap()
    const first = await cloud.as(STAFF).ok('booking.saveEntitlement', input, tap)
    const again = await cloud.as(STAFF).ok('booking.saveEntitlement', input, tap)
    expect(again.items).toEqual(first.items)
    expect(again.items.length).toBe(1)
    const { entitlementId = '' } = first.items[0] ?? {}
    const replies = await Promise.all(
      [5, 6].map((perMonth) =>
        cloud.as(STAFF).call('booking.saveEntitlement', { ...input, entitlementId, perMonth }),
      ),
    )
    const [one] = (await diaryOf(elder))?.entitlements ?? []
    const told = replies.filter(({ data }) => data?.items[0]?.perMonth === one?.perMonth)
    expect(told.length).toBeGreaterThan(0)
    for (const { error } of replies) if (error) expect(error.code).toBe('CHANGED')
  })

  test('is nobody’s business elsewhere', async () => {
    const input = { residentId: residentOf(elderAt(1)) }
    const elsewhere = cloud.as('staff-elsewhere')
    expect(await elsewhere.refused('booking.residentEntitlements', input)).toBe('NOT_FOUND')
    expect(
      await elsewhere.refused('booking.endEntitlement', { ...input, entitlementId: 'e' }),
    ).toBe('NOT_FOUND')
    expect(await worker().refused('booking.residentEntitlements', input)).toBe('NOT_ALLOWED')
    expect(await cloud.as(elderAt(1)).refused('booking.residentEntitlements', input)).toBe(
      'NOT_ALLOWED',
    )
  })
})

describe('a visit is proved', () => {
  test('by the elder’s code at both ends, within a minute of the booking too', async () => {
    const elder = someone()
    await grantVouchers(cloud, elder, 1)
    const visit = await bookVisit(cloud, elder, 10)
    const place = { lat: 41.80012, lng: 123.4, accuracy: 20 }
    const came = await worker().ok('booking.checkIn', {
      ...visit,
      proof: byCode(await codeOn(cloud, elder)),
      at: place,
    })
    expect(came).toMatchObject({ state: 'in', proofIn: 'code', subsidised: true })
    expect(came.home).toContain('号楼')
    const went = await worker().ok('booking.checkOut', {
      ...visit,
      proof: byCode(await codeOn(cloud, elder, 1)),
    })
    expect(went).toMatchObject({ state: 'done', proofOut: 'code' })
    const row = await rowOf(visit.bookingId)
    expect(row?.visit?.in).toMatchObject({ by: 'a-worker', place: { lat: 41.8001, accuracy: 20 } })
    expect(row?.day).toMatchObject({ mark: 'done', by: 'a-worker' })
    // The row is as the ticker would have made it, and stays so; what was to be counted is counted.
    await cloud.advance(MINUTE)
    const { figuresAt: _counted, ...rest } = row ?? {}
    expect(await rowOf(visit.bookingId)).toEqual(rest)
  })

  test('by digits that the child reads out, others for going than for coming', async () => {
    const visit = await bookVisit(cloud, elderAt(1), 11, { useSubsidy: false })
    const child = cloud.as(CHILD, { onBehalfOf: residentOf(elderAt(1)) })
    const { bookingId } = visit
    const { comes, goes, next: before } = await child.ok('booking.visitDigits', { bookingId })
    expect(before).toBe('comes')
    expect(comes).toMatch(/^\d{6}$/)
    // The child's phone has the digits of the next visit on the page of codes, and no code of the mother's.
    const page = await child.ok('booking.myCode', {})
    expect(page).toMatchObject({ seeds: [], next: { bookingId, comes } })
    await worker().ok('booking.checkIn', { ...visit, proof: byDigits(comes) })
    expect((await child.ok('booking.visitDigits', { bookingId })).next).toBe('goes')
    expect(await worker().refused('booking.checkOut', { ...visit, proof: byDigits(comes) })).toBe(
      'CODE_WRONG',
    )
    const went = await worker().ok('booking.checkOut', { ...visit, proof: byDigits(goes) })
    expect(went).toMatchObject({ proofIn: 'digits', proofOut: 'digits' })
  })

  test('the same tap again answers alike, and is counted once', async () => {
    const elder = someone()
    const visit = await bookVisit(cloud, elder, 10, { useSubsidy: false })
    const input = { ...visit, proof: byCode(await codeOn(cloud, elder)) }
    const tap = newTap()
    const first = await worker().ok('booking.checkIn', input, tap)
    expect(await worker().ok('booking.checkIn', input, tap)).toEqual(first)
    const other = { ...visit, proof: byNothing }
    expect(await worker().refused('booking.checkIn', other, tap)).toBe('TAP_REUSED')
  })

  test.each([
    ['a code that was used', 'CODE_USED', async (elder: string) => codeOn(cloud, elder)],
    ['another elder’s code', 'CODE_WRONG', async () => codeOn(cloud, someone())],
    [
      'a picture of a minute ago',
      'CODE_EXPIRED',
      async (elder: string) => codeOn(cloud, elder, -3),
    ],
    ['a code of later', 'CODE_WRONG', async (elder: string) => codeOn(cloud, elder, 3)],
    ['a forged code', 'CODE_WRONG', async () => Promise.resolve('2345672')],
  ] as const)('not by %s', async (what, code, make) => {
    const elder = someone()
    const [first, second] = [
      await bookVisit(cloud, elder, 10, { useSubsidy: false }),
      await bookVisit(cloud, elder, 11, { useSubsidy: false }),
    ]
    const given = await make(elder)
    if (what === 'a code that was used')
      await worker().ok('booking.checkIn', { ...first, proof: byCode(given) })
    const input = { ...second, proof: byCode(given) }
    expect(await worker().refused('booking.checkIn', input)).toBe(code)
    expect((await rowOf(second.bookingId))?.visit?.in).toBeUndefined()
  })

  test('three wrong digits, and none are looked at any more; the code still is', async () => {
    const elder = someone()
    const visit = await bookVisit(cloud, elder, 10, { useSubsidy: false })
    const { comes } = await digitsOn(cloud, elder, visit.bookingId)
    const wrong = { ...visit, proof: byDigits(notThese(comes)) }
    // However many come at once, three are looked at.
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => worker().call('booking.checkIn', wrong)),
    )
    const codes = replies.map(({ error }) => error?.code).sort()
    expect(codes.filter((code) => code === 'CODE_WRONG').length).toBe(3)
    expect(codes.filter((code) => code === 'CODE_LOCKED').length).toBe(3)
    const right = { ...visit, proof: byDigits(comes) }
    expect(await worker().refused('booking.checkIn', right)).toBe('CODE_LOCKED')
    const { items } = await worker().ok('booking.listVisits', {})
    const shown = items.find(({ bookingId }) => bookingId === visit.bookingId)
    expect(shown?.locked).toBe(true)
    const proof = byCode(await codeOn(cloud, elder))
    const came = await worker().ok('booking.checkIn', { ...visit, proof })
    // Going has tries of its own.
    expect(came.locked).toBeUndefined()
  })

  test('when two workers come at once, one of them has', async () => {
    const elder = someone()
    const visit = await bookVisit(cloud, elder, 10, { useSubsidy: false })
    const { comes } = await digitsOn(cloud, elder, visit.bookingId)
    const replies = await Promise.all(
      [WORKER, COLLEAGUE].map((openid) =>
        cloud.as(openid).call('booking.checkIn', { ...visit, proof: byDigits(comes) }),
      ),
    )
    expect(replies.map(({ error }) => error?.code).sort()).toEqual(['VISIT_STATE', undefined])
  })

  test('not out of order, not long before, not after', async () => {
    const elder = someone()
    const visit = await bookVisit(cloud, elder, 18, { useSubsidy: false })
    const input = { ...visit, proof: byNothing }
    expect(await worker().refused('booking.checkIn', input)).toBe('TOO_EARLY')
    expect(await worker().refused('booking.checkOut', input)).toBe('VISIT_STATE')
  })

  test('not of a cancelled visit, in the minute before its row knows', async () => {
    const elder = someone()
    const visit = await bookVisit(cloud, elder, 10, { useSubsidy: false })
    await cloud.advance(MINUTE)
    await cloud.as(elder).ok('booking.cancel', { bookingId: visit.bookingId })
    expect((await rowOf(visit.bookingId))?.state).toBe('booked')
    const input = { ...visit, proof: byNothing }
    expect(await worker().refused('booking.checkIn', input)).toBe('VISIT_STATE')
  })
})

describe('a visit is of its provider, and of its person', () => {
  test('another provider’s worker, staff elsewhere, residents, and a wrong person', async () => {
    const elder = someone()
    const visit = await bookVisit(cloud, elder, 10, { useSubsidy: false })
    const proof = byCode(await codeOn(cloud, elder))
    const input = { ...visit, proof }
    const refusedTo = (openid: string) => cloud.as(openid).refused('booking.checkIn', input)
    expect(await refusedTo(RIVAL)).toBe('NOT_YOUR_SERVICE')
    expect(await refusedTo('staff-elsewhere')).toBe('NOT_FOUND')
    expect(await refusedTo(elder)).toBe('NOT_ALLOWED')
    const wrong = { ...input, residentId: residentOf(elderAt(1)) }
    expect(await worker().refused('booking.checkIn', wrong)).toBe('NOT_FOUND')
    // None of them used the code up.
    await worker().ok('booking.checkIn', input)
  })

  test('the day’s list shows each provider its own, and staff all', async () => {
    const elder = someone()
    const { bookingId } = await bookVisit(cloud, elder, 12, { service: 'clean', useSubsidy: false })
    const seenBy = async (openid: string) =>
      (await cloud.as(openid).ok('booking.listVisits', {})).items.map((one) => one.bookingId)
    expect(await seenBy(RIVAL)).toEqual([bookingId])
    expect(await seenBy(WORKER)).not.toContain(bookingId)
    expect(await seenBy(STAFF)).toEqual(
      expect.arrayContaining([bookingId, ...(await seenBy(WORKER))]),
    )
    expect(await seenBy('staff-elsewhere')).toEqual([])
  })

  test('digits are for the person, who acts for them, and the desk', async () => {
    const elder = someone()
    const { bookingId, residentId } = await bookVisit(cloud, elder, 13, { useSubsidy: false })
    const own = await digitsOn(cloud, elder, bookingId)
    const desk = await cloud
      .as(STAFF, { onBehalfOf: residentId })
      .ok('booking.visitDigits', { bookingId })
    expect(desk).toEqual(own)
    expect(await cloud.as(elderAt(1)).refused('booking.visitDigits', { bookingId })).toBe(
      'NOT_FOUND',
    )
    const child = cloud.as(CHILD, { onBehalfOf: residentId })
    expect(await child.refused('booking.visitDigits', { bookingId })).toBe('NOT_THEIR_HELPER')
    expect(
      await cloud.as(WORKER, { onBehalfOf: residentId }).refused('booking.visitDigits', {
        bookingId,
      }),
    ).toBe('NOT_THEIR_HELPER')
  })
})
