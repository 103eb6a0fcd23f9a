import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import cloudSdk from 'wx-server-sdk'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  DAY,
  HOUR,
  MINUTE,
  MONDAY_9,
  newTap,
  openSlots,
  startTestCloud,
  type TestCloud,
} from '../support/cloud'
import type { BookingDoc } from '../../cloudfunctions/booking/booking.docs'
import { newSlot } from '../../cloudfunctions/booking/slot.rules'
import { listKeyOf } from '../../cloudfunctions/shared/list-key.rules'
import { addDocs, pointSdkAt } from '../support/database'
import { holdsForBookings } from '../support/invariants'
import { smallService } from '../support/services'

const CHECK = 'chunxiao-health-check'
const TALK = 'chunxiao-health-talk'
const VACCINE = 'chunxiao-flu-vaccine'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 60 })
})
afterAll(() => cloud.close())

/** Each test plays someone nobody has played before. */
let next = 0
let me: string
beforeEach(() => {
  me = `resident-${String(++next).padStart(4, '0')}`
})

const slotOf = async (serviceId: string, nth = 0) => {
  const slot = (await openSlots(cloud, serviceId))[nth]
  if (!slot) throw new Error(`No open slot ${nth} of ${serviceId}.`)
  return slot
}

const ahead = async (openid: string) => {
  const { items } = await cloud.as(openid).ok('booking.listMine', {})
  return items.filter(({ state }) => state === 'booked' || state === 'pending')
}

describe('reading', () => {
  test('the services of my community, in staff’s order', async () => {
    const { items, next: more } = await cloud.as(me).ok('booking.listServices', {})
    expect(items.map(({ serviceId }) => serviceId)[0]).toBe(CHECK)
    expect(items.length).toBe(9)
    expect(items.every(({ serviceId }) => serviceId.startsWith('chunxiao-'))).toBe(true)
    expect(more).toBeUndefined()
  })

  test('a service with its coming slots, soonest first, past ones of today marked', async () => {
    const { service, slots } = await cloud.as(me).ok('booking.viewService', { serviceId: CHECK })
    expect(service).toMatchObject({ name: '老年人健康体检', priceFen: 0, minutes: 30 })
    expect(service.about).not.toBe('')
    const starts = slots.map(({ startsAt }) => startsAt)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    expect(slots[0]).toMatchObject({ startsAt: MONDAY_9 - 30 * MINUTE, state: 'past' })
    expect(slots.some(({ state }) => state === 'open')).toBe(true)
  })

  test('slots from one day to another, past days too', async () => {
    const { items } = await cloud
      .as(me)
      .ok('booking.listSlots', { serviceId: CHECK, fromDay: '2026-11-20', toDay: '2026-11-23' })
    const days = items.map(({ startsAt }) =>
      new Date(startsAt + 8 * HOUR).toISOString().slice(0, 10),
    )
    expect([...new Set(days)]).toEqual(['2026-11-20', '2026-11-23'])
    expect(items.filter(({ state }) => state === 'past').length).toBeGreaterThanOrEqual(5)
    for (const slot of items) {
      expect(slot).toMatchObject({ serviceId: CHECK, capacity: 6 })
      expect(slot.left).toBeGreaterThanOrEqual(0)
      expect(slot).not.toHaveProperty('seats')
    }
  })

  test('a long list comes in pages that miss nothing', async () => {
    const range = { serviceId: CHECK, fromDay: '2026-10-01', toDay: '2026-11-30' }
    const first = await cloud.as(me).ok('booking.listSlots', range)
    expect(first.items.length).toBe(200)
    const second = await cloud.as(me).ok('booking.listSlots', { ...range, after: first.next ?? '' })
    const ids = [...first.items, ...second.items].map(({ slotId }) => slotId)
    expect(new Set(ids).size).toBe(ids.length)
    // Forty-three working days with five slots each.
    expect(ids.length).toBe(43 * 5)
    expect(second.next).toBeUndefined()
  })
})

describe('reserve and cancel', () => {
  test('a resident books, sees the booking, cancels it, and the place is free again', async () => {
    const slot = await slotOf(CHECK)
    const booked = await cloud
      .as(me)
      .ok('booking.reserve', { slotId: slot.slotId, note: '  要轮椅 ' })
    expect(booked).toMatchObject({
      slotId: slot.slotId,
      serviceId: CHECK,
      serviceName: '老年人健康体检',
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      state: 'booked',
      note: '要轮椅',
    })
    expect(await ahead(me)).toEqual([booked])
    const { slots } = await cloud.as(me).ok('booking.viewService', { serviceId: CHECK })
    expect(slots.find(({ slotId }) => slotId === slot.slotId)).toMatchObject({
      left: slot.left - 1,
      bookingId: booked.bookingId,
    })

    const cancelled = await cloud.as(me).ok('booking.cancel', { bookingId: booked.bookingId })
    expect(cancelled).toMatchObject({ bookingId: booked.bookingId, state: 'cancelled' })
    expect(await ahead(me)).toEqual([])
    const { items } = await cloud.as(me).ok('booking.listMine', {})
    expect(items).toEqual([cancelled])
    expect(await slotOf(CHECK)).toEqual(slot)
  })

  test('home shows what is ahead', async () => {
    const slot = await slotOf(TALK)
    const booked = await cloud.as(me).ok('booking.reserve', { slotId: slot.slotId })
    const view = await cloud.as(me).ok('home.view', {})
    expect(view.booking?.ahead).toEqual([booked])
    expect(view.booking?.services.length).toBe(3)
    expect(view.booking?.kinds.map(({ category, count }) => [category, count])).toEqual([
      ['health', 4],
      ['care', 2],
      ['home', 2],
      ['activity', 1],
    ])
    expect(view.me.places).toEqual(['和平区', '南湖街道', '春晓社区'])
  })

  test('a double tap is one booking with one answer', async () => {
    const slot = await slotOf(TALK)
    const tap = newTap()
    const [one, two, three] = await Promise.all([
      cloud.as(me).ok('booking.reserve', { slotId: slot.slotId }, tap),
      cloud.as(me).ok('booking.reserve', { slotId: slot.slotId }, tap),
      cloud.as(me).ok('booking.reserve', { slotId: slot.slotId }, tap),
    ])
    const later = await cloud.as(me).ok('booking.reserve', { slotId: slot.slotId }, tap)
    expect([two, three, later]).toEqual([one, one, one])
    expect(await ahead(me)).toEqual([one])
  })

  test('a double tap on cancel gives the place back once', async () => {
    const slot = await slotOf(TALK)
    const { bookingId } = await cloud.as(me).ok('booking.reserve', { slotId: slot.slotId })
    const tap = newTap()
    const answers = await Promise.all(
      [1, 2, 3].map(() => cloud.as(me).ok('booking.cancel', { bookingId }, tap)),
    )
    expect(answers.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect((await slotOf(TALK)).left).toBe(slot.left)
  })

  test('the reserving tap sent again after a cancellation books nothing', async () => {
    const slot = await slotOf(TALK)
    const tap = newTap()
    const booked = await cloud.as(me).ok('booking.reserve', { slotId: slot.slotId }, tap)
    await cloud.as(me).ok('booking.cancel', { bookingId: booked.bookingId })
    const again = await cloud.as(me).ok('booking.reserve', { slotId: slot.slotId }, tap)
    expect(again).toMatchObject({ bookingId: booked.bookingId, state: 'cancelled' })
    expect(await ahead(me)).toEqual([])
  })

  test('a new tap books the same slot again after a cancellation, with a booking of its own', async () => {
    const slot = await slotOf(TALK)
    const first = await cloud.as(me).ok('booking.reserve', { slotId: slot.slotId })
    await cloud.as(me).ok('booking.cancel', { bookingId: first.bookingId })
    const second = await cloud.as(me).ok('booking.reserve', { slotId: slot.slotId })
    expect(second.bookingId).not.toBe(first.bookingId)
    await cloud.advance(MINUTE)
    const { items } = await cloud.as(me).ok('booking.listMine', {})
    expect(items.map(({ bookingId, state }) => [bookingId, state])).toEqual([
      [second.bookingId, 'booked'],
      [first.bookingId, 'cancelled'],
    ])
  })

  test('one tapId for two different things is refused', async () => {
    const [one, two] = [await slotOf(TALK), await slotOf(VACCINE)]
    const tap = newTap()
    const { bookingId } = await cloud.as(me).ok('booking.reserve', { slotId: one.slotId }, tap)
    expect(await cloud.as(me).refused('booking.reserve', { slotId: two.slotId }, tap)).toBe(
      'TAP_REUSED',
    )
    expect(
      await cloud.as(me).refused('booking.reserve', { slotId: one.slotId, note: '别的' }, tap),
    ).toBe('TAP_REUSED')
    expect(await cloud.as(me).refused('booking.cancel', { bookingId }, tap)).toBe('TAP_REUSED')
    expect((await ahead(me)).length).toBe(1)
  })

  test('the same tapId of two people is two taps', async () => {
    const slot = await slotOf(TALK)
    const tap = newTap()
    const mine = await cloud.as(me).ok('booking.reserve', { slotId: slot.slotId }, tap)
    const theirs = await cloud
      .as('resident-0060')
      .ok('booking.reserve', { slotId: slot.slotId }, tap)
    expect(theirs.bookingId).not.toBe(mine.bookingId)
  })

  test('a note is taken only from who agreed to the policy in force', async () => {
    // Of the demo's people one has not agreed yet.
    const someone = cloud.as('demo-owner')
    const { policy } = await someone.ok('booking.viewService', { serviceId: TALK })
    expect(policy).toEqual({ current: '2026-11-23', agreed: false })
    const { slotId } = await slotOf(TALK)
    const tap = newTap()
    expect(await someone.refused('booking.reserve', { slotId, note: '要轮椅' }, tap)).toBe(
      'CONSENT_NEEDED',
    )
    expect(await ahead('demo-owner')).toEqual([])

    await someone.ok('account.agree', { policyVersion: policy.current })
    const after = await someone.ok('booking.viewService', { serviceId: TALK })
    expect(after.policy.agreed).toBe(true)
    const booked = await someone.ok('booking.reserve', { slotId, note: '要轮椅' }, tap)
    expect(booked.note).toBe('要轮椅')
  })

  test('consent to an older policy is none, and a tap that booked before keeps its answer', async () => {
    const [one, two] = [await slotOf(TALK), await slotOf(VACCINE)]
    const tap = newTap()
    const input = { slotId: one.slotId, note: '要轮椅' }
    const booked = await cloud.as(me).ok('booking.reserve', input, tap)
    pointSdkAt(cloud.url)
    const policy = cloudSdk.database().command.set({ version: '2020-01-01', at: MONDAY_9 })
    await cloudSdk.database().collection('accounts').doc(me).update({ data: { policy } })
    expect(await cloud.as(me).ok('booking.reserve', input, tap)).toEqual(booked)
    expect(
      await cloud.as(me).refused('booking.reserve', { slotId: two.slotId, note: '要轮椅' }),
    ).toBe('CONSENT_NEEDED')
    expect(await cloud.as(me).ok('booking.reserve', { slotId: two.slotId })).toMatchObject({
      state: 'booked',
    })
  })

  test('without a note nothing has to be agreed to', async () => {
    const undecided = await startTestCloud()
    try {
      const [slot] = await openSlots(undecided, TALK)
      const someone = undecided.as('demo-owner')
      const booked = await someone.ok('booking.reserve', { slotId: slot?.slotId ?? '', note: '  ' })
      expect(booked).toMatchObject({ state: 'booked' })
      expect(booked.note).toBeUndefined()
    } finally {
      await undecided.close()
    }
  })

  test('a slot twice is refused, and so is another visit at that time', async () => {
    const slot = await slotOf(VACCINE)
    await cloud.as(me).ok('booking.reserve', { slotId: slot.slotId })
    expect(await cloud.as(me).refused('booking.reserve', { slotId: slot.slotId })).toBe(
      'ALREADY_BOOKED',
    )
    const { slots } = await cloud.as(me).ok('booking.viewService', { serviceId: CHECK })
    const then = slots.find((other) => other.startsAt < slot.endsAt && other.endsAt > slot.startsAt)
    expect(await cloud.as(me).refused('booking.reserve', { slotId: then?.slotId ?? '' })).toBe(
      'TIME_CLASH',
    )
  })

  test('visits one after the other are fine', async () => {
    const slots = (await openSlots(cloud, CHECK)).filter(({ left }) => left > 1)
    const one = slots.find((slot) => slots.some(({ startsAt }) => startsAt === slot.endsAt))
    const two = slots.find(({ startsAt }) => startsAt === one?.endsAt)
    await cloud.as(me).ok('booking.reserve', { slotId: one?.slotId ?? '' })
    await cloud.as(me).ok('booking.reserve', { slotId: two?.slotId ?? '' })
    expect((await ahead(me)).length).toBe(2)
  })

  test('a visit that has begun is no longer cancelled, and ends as done', async () => {
    const data = mkdtempSync(join(tmpdir(), 'linli-booking-'))
    let other = await startTestCloud({ data })
    try {
      const [slot] = await openSlots(other, CHECK, 'demo-elder')
      if (!slot) throw new Error('No open slot.')
      const { bookingId } = await other
        .as('demo-elder')
        .ok('booking.reserve', { slotId: slot.slotId })
      await other.sleep(slot.startsAt - MONDAY_9)
      expect(await other.as('demo-elder').refused('booking.cancel', { bookingId })).toBe(
        'BOOKING_PAST',
      )
      await other.sleep(HOUR)
      const { items } = await other.as('demo-elder').ok('booking.listMine', {})
      expect(items.find((item) => item.bookingId === bookingId)?.state).toBe('done')
      // Long over, it has left the diary; the history still has it, and still says why.
      // The cloud is started again then: moving its clock would run the ticker for every minute of it.
      await other.close()
      other = await startTestCloud({ data, now: slot.startsAt + 8 * DAY })
      await other.advance(MINUTE)
      const later = (await openSlots(other, CHECK, 'demo-elder')).find(({ left }) => left > 0)
      await other.as('demo-elder').ok('booking.reserve', { slotId: later?.slotId ?? '' })
      expect(await other.as('demo-elder').refused('booking.cancel', { bookingId })).toBe(
        'BOOKING_PAST',
      )
      const mine = await other.as('demo-elder').ok('booking.listMine', {})
      expect(mine.items.filter((item) => item.bookingId === bookingId)).toMatchObject([
        { state: 'done' },
      ])
    } finally {
      await other.close()
      rmSync(data, { recursive: true })
    }
  }, 120_000)

  test('a long history comes page by page, each booking once, newest first', async () => {
    const places = { communityId: 'chunxiao', region: 'heping/nanhu/chunxiao' }
    const rows = Array.from({ length: 75 }, (_, i): BookingDoc => {
      // Every third pair begins at the same moment, so that page ends fall between two alike.
      const startsAt = MONDAY_9 - DAY - Math.floor((i * 2) / 3) * HOUR
      const _id = `old-${String(i).padStart(3, '0')}_x`
      return {
        ...{
          _id,
          ...places,
          residentId: `r-${me}`,
          slotId: 'old',
          serviceId: CHECK,
          serviceName: '体检',
        },
        ...{
          providerId: 'clinic',
          place: '一楼',
          startsAt,
          endsAt: startsAt + HOUR,
          state: 'booked',
          bookedAt: 1,
          rev: 1,
        },
        listKey: listKeyOf(startsAt, _id),
      }
    })
    await addDocs(cloud, 'bookings', rows)
    const seen: string[] = []
    let pages = 0
    let after: string | undefined
    do {
      const page = await cloud.as(me).ok('booking.listMine', after === undefined ? {} : { after })
      seen.push(...page.items.map(({ bookingId }) => bookingId))
      after = page.next
      pages++
    } while (after !== undefined)
    const expected = [...rows]
      .sort((a, b) => (a.listKey < b.listKey ? 1 : -1))
      .map(({ _id }) => _id)
    expect(seen).toEqual(expected)
    expect(pages).toBe(4)
  })

  test('slots that begin together are all listed, and a page key stays in the days asked for', async () => {
    const [open] = await openSlots(cloud, CHECK)
    const day = Date.UTC(2027, 0, 3, 16)
    const talks = smallService({ communityId: 'chunxiao', region: 'heping/nanhu/chunxiao' })
    const docs = Array.from({ length: 420 }, (_, i) => {
      const startsAt = day + Math.floor(i / 3) * 10 * MINUTE
      const _id = `tied-${String(i).padStart(3, '0')}`
      const slot = newSlot(talks, { startsAt, endsAt: startsAt + HOUR, capacity: 1 })
      return { ...slot, _id, serviceId: TALK, listKey: listKeyOf(startsAt, _id) }
    })
    await addDocs(cloud, 'slots', docs)
    const range = { serviceId: TALK, fromDay: '2027-01-04', toDay: '2027-01-05' }
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await cloud
        .as(me)
        .ok('booking.listSlots', { ...range, ...(after ? { after } : {}) })
      seen.push(...page.items.map(({ slotId }) => slotId))
      after = page.next
    } while (after !== undefined)
    expect(seen.length).toBe(docs.filter(({ startsAt }) => startsAt < day + 2 * DAY).length)
    expect(new Set(seen).size).toBe(seen.length)
    const early = listKeyOf(0, open?.slotId ?? 'x')
    const fromStart = await cloud.as(me).ok('booking.listSlots', { ...range, after: early })
    expect(fromStart.items[0]?.startsAt).toBe(day)
  })

  test('home says how many are ahead, however many it shows', async () => {
    const free = (await openSlots(cloud, 'chunxiao-blood-pressure')).filter(({ left }) => left > 1)
    for (const { slotId } of free.slice(0, 5)) await cloud.as(me).ok('booking.reserve', { slotId })
    const { booking } = await cloud.as(me).ok('home.view', {})
    expect([booking?.ahead.length, booking?.aheadCount]).toEqual([3, 5])
  })
})

describe('the wrong person', () => {
  test('only the booker may cancel', async () => {
    const slot = await slotOf(TALK)
    const { bookingId } = await cloud.as(me).ok('booking.reserve', { slotId: slot.slotId })
    for (const other of ['demo-elder', 'demo-staff', 'demo-provider', 'demo-manager']) {
      expect(await cloud.as(other).refused('booking.cancel', { bookingId })).toBe('NOT_FOUND')
    }
    expect(await cloud.as('demo-stranger').refused('booking.cancel', { bookingId })).toBe(
      'NOT_JOINED',
    )
    expect(await cloud.as('demo-street').refused('booking.cancel', { bookingId })).toBe(
      'NOT_ALLOWED',
    )
    expect((await ahead(me)).length).toBe(1)
  })

  test('another community’s services and slots do not exist for me', async () => {
    const [foreign] = await openSlots(cloud, CHECK, me)
    const slotId = foreign?.slotId.replace('chunxiao', 'liuan') ?? ''
    expect(await cloud.as(me).refused('booking.reserve', { slotId })).toBe('NOT_FOUND')
    expect(
      await cloud.as(me).refused('booking.viewService', { serviceId: 'liuan-health-check' }),
    ).toBe('NOT_FOUND')
    const range = { fromDay: '2026-11-23', toDay: '2026-11-24' }
    expect(
      await cloud
        .as(me)
        .refused('booking.listSlots', { serviceId: 'liuan-health-check', ...range }),
    ).toBe('NOT_FOUND')
  })

  test('whoever lives in no community here books nothing', async () => {
    const slot = await slotOf(TALK)
    expect(
      await cloud.as('demo-stranger').refused('booking.reserve', { slotId: slot.slotId }),
    ).toBe('NOT_JOINED')
    expect(
      await cloud.as('demo-district').refused('booking.reserve', { slotId: slot.slotId }),
    ).toBe('NOT_ALLOWED')
  })
})

test('after everything above, the invariants hold', async () => {
  await cloud.advance(3 * MINUTE)
  const { seats } = await holdsForBookings(cloud, {
    now: MONDAY_9 + 3 * MINUTE,
    settled: true,
    counted: false,
  })
  expect(seats).toBeGreaterThan(100)
})
