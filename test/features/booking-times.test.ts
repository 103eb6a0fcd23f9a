import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ClosureDoc, SlotDoc } from '../../cloudfunctions/booking/booking.docs'
import { addDays, dayOf, momentOf, momentText } from '../../cloudfunctions/shared/time'
import type { WeekPlan } from '../../types/contract/booking-times'
import {
  CARE,
  CHILD,
  elderAt,
  residentOf,
  RIVAL,
  STAFF,
  startCareTown,
  WORKER,
} from '../support/care-town'
import { DAY, HOUR, MINUTE, newTap, startTestCloud, type TestCloud } from '../support/cloud'
import { allOf, changeDoc, removeField } from '../support/database'
import { addCareTown } from '../support/care-town'
import { holdsForBookings } from '../support/invariants'
import { planOf, weekOf } from '../support/services'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCareTown(12)
})
afterAll(() => cloud.close())

const TODAY = '2026-11-23'
const staff = () => cloud.as(STAFF)
const worker = () => cloud.as(WORKER)

const slotsOf = async (serviceId: string) =>
  (await allOf<SlotDoc>(cloud, 'slots'))
    .filter((slot) => slot.serviceId === serviceId)
    .sort((a, b) => a.startsAt - b.startsAt)

const timesOn = async (serviceId: string, day: string) =>
  (await slotsOf(serviceId))
    .filter(({ startsAt }) => dayOf(startsAt) === day)
    .map(({ startsAt }) => momentText(startsAt).slice(-5))

type More = Parameters<typeof planOf>[0]

/** A service with one weekly pattern, whose times have been made: of ten days, where not more is asked for. */
async function begin(week: Partial<WeekPlan> = {}, more: More = {}) {
  const plan = planOf({ providerId: CARE, terms: { aheadDays: 10 }, ...more })
  const made = await worker().ok('booking.saveService', { plan })
  const { serviceId } = made
  const pattern = await worker().ok('booking.savePattern', { serviceId, plan: weekOf(week) })
  await cloud.advance(MINUTE)
  return { serviceId, service: made, pattern }
}

const book = (openid: string, slotId: string) => cloud.as(openid).ok('booking.reserve', { slotId })

const noticesOf = async (openid: string) =>
  (await cloud.as(openid).ok('message.listMine', {})).items.map(({ about }) => about)

/** Minutes until a closure is carried out and people are told. */
const carriedOut = () => cloud.advance(3 * MINUTE)

/** The seats, the diaries and the rows of all that these tests have booked agree. */
const agree = async () => {
  const { now } = await cloud.advance(MINUTE)
  await holdsForBookings(cloud, { now, settled: true })
}

describe('a weekly pattern', () => {
  test('makes the times of thirty days, each with the id of its service, place and beginning', async () => {
    const { serviceId, pattern } = await begin(
      {
        weekdays: [1, 3],
        spans: [{ from: '09:00', to: '12:00' }],
        breaks: [{ from: '10:00', to: '10:30' }],
        capacity: 4,
      },
      { terms: {} },
    )
    expect(pattern.times).toEqual(['09:00', '09:30', '10:30', '11:00', '11:30'])
    const slots = await slotsOf(serviceId)
    expect(new Set(slots.map(({ startsAt }) => new Date(startsAt + 8 * HOUR).getUTCDay()))).toEqual(
      new Set([1, 3]),
    )
    for (const slot of slots) {
      expect(slot._id).toBe(`${serviceId}_${slot.placeId}_${slot.startsAt}`)
      expect(slot).toMatchObject({ capacity: 4, left: 4, state: 'open', place: '一楼' })
      expect(slot.endsAt - slot.startsAt).toBe(30 * MINUTE)
    }
    // It is just after nine: what has begun today is not made, and the last day is the thirtieth.
    expect(slots.every(({ startsAt }) => startsAt > momentOf(TODAY, '09:00'))).toBe(true)
    expect(await timesOn(serviceId, '2026-12-21')).toEqual(pattern.times)
    expect(dayOf(slots.at(-1)?.startsAt ?? 0)).toBe('2026-12-23')
  })

  test('reaches ninety days at most, and leaves out the holidays', async () => {
    const { serviceId } = await begin(
      { spans: [{ from: '14:00', to: '14:30' }] },
      { terms: { aheadDays: 90 } },
    )
    const days = new Set((await slotsOf(serviceId)).map(({ startsAt }) => dayOf(startsAt)))
    expect(days.has(addDays(TODAY, 90))).toBe(true)
    expect(days.has(addDays(TODAY, 91))).toBe(false)
    // New Year's Day, and the four days of the law at the lunar year's turn.
    const off = ['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08']
    expect(off.filter((day) => days.has(day))).toEqual([])
    expect(days.size).toBe(91 - off.length)
  })

  test('of home visits leaves time to rest and for the way', async () => {
    const { serviceId } = await begin(
      {
        spans: [{ from: '13:00', to: '17:00' }],
        bufferMinutes: 10,
        travelMinutes: 20,
        fromDay: addDays(TODAY, 1),
      },
      { where: 'home', minutes: 60 },
    )
    expect(await timesOn(serviceId, addDays(TODAY, 1))).toEqual(['13:00', '14:30', '16:00'])
    expect(await timesOn(serviceId, TODAY)).toEqual([])
    expect((await slotsOf(serviceId))[0]?._id).toMatch(new RegExp(`^${serviceId}_home_`))
  })

  test('is never planned twice: the same tap, two at once, and another that would overlap', async () => {
    const { serviceId } = await begin({ weekdays: [2] })
    const tap = newTap()
    const plan = weekOf({ weekdays: [4] })
    const both = await Promise.all(
      [1, 2].map(() => worker().ok('booking.savePattern', { serviceId, plan }, tap)),
    )
    expect(both[0]).toEqual(both[1])
    const { error } = await worker().call('booking.savePattern', {
      serviceId,
      plan: weekOf({ weekdays: [2, 5], spans: [{ from: '10:45', to: '12:00' }] }),
    })
    expect([error?.code, ...Object.keys(error?.fields ?? {})]).toEqual(['BAD_INPUT', 'plan.spans'])
    await cloud.runTimer('ticker')
    await Promise.all([cloud.runTimer('ticker'), cloud.runTimer('ticker')])
    const starts = (await slotsOf(serviceId)).map(({ startsAt }) => startsAt)
    expect(new Set(starts).size).toBe(starts.length)
    expect(await timesOn(serviceId, '2026-11-26')).toEqual(['09:00', '09:30', '10:00', '10:30'])
  })

  test('that changes plans anew what nobody has, and does not touch what somebody has', async () => {
    const { serviceId, pattern } = await begin({ spans: [{ from: '14:00', to: '16:00' }] })
    const slots = await slotsOf(serviceId)
    const mine = slots.find(({ startsAt }) => startsAt === momentOf('2026-11-25', '14:30'))
    const before = await book(elderAt(2), mine?._id ?? '')
    const { patternId, version } = pattern
    const plan = weekOf({ spans: [{ from: '15:00', to: '16:00' }], capacity: 1 })
    await worker().ok('booking.savePattern', { serviceId, patternId, version, plan })
    await cloud.advance(MINUTE)
    expect(await timesOn(serviceId, '2026-11-24')).toEqual(['15:00', '15:30'])
    expect(await timesOn(serviceId, '2026-11-25')).toEqual(['14:30', '15:00', '15:30'])
    const kept = (await slotsOf(serviceId)).find(({ _id }) => _id === mine?._id)
    expect(kept).toMatchObject({ capacity: 2, left: 1, endsAt: mine?.endsAt })
    expect(kept?.seats[residentOf(elderAt(2))]?.bookingId).toBe(before.bookingId)
    // Somebody else read it before that.
    expect(
      await worker().refused('booking.savePattern', { serviceId, patternId, version, plan }),
    ).toBe('CHANGED')
    // Ended, nothing is planned after its last day; what is booked stays.
    await worker().ok('booking.endPattern', { patternId, version: 2, lastDay: TODAY })
    await cloud.advance(MINUTE)
    const left = (await slotsOf(serviceId)).filter(({ startsAt }) => dayOf(startsAt) !== TODAY)
    expect(left.map(({ _id }) => _id)).toEqual([mine?._id])
    await agree()
  })

  test('is kept by its own company alone', async () => {
    const { serviceId, pattern } = await begin()
    const { patternId, version } = pattern
    const rival = cloud.as(RIVAL)
    const input = { serviceId, patternId, version, plan: weekOf() }
    expect(await rival.refused('booking.savePattern', input)).toBe('NOT_YOUR_SERVICE')
    const end = { patternId, version, lastDay: TODAY }
    expect(await rival.refused('booking.endPattern', end)).toBe('NOT_YOUR_SERVICE')
    const closing = { of: 'service' as const, serviceId, day: '2026-11-30' }
    expect(await rival.refused('booking.previewClosing', closing)).toBe('NOT_YOUR_SERVICE')
    expect(await rival.refused('booking.closeDay', { ...closing, say: '停' })).toBe(
      'NOT_YOUR_SERVICE',
    )
    // A whole place is staff's to close, and a community's staff close what is theirs.
    expect(await worker().refused('booking.previewClosing', { ...closing, of: 'place' })).toBe(
      'NOT_YOUR_SERVICE',
    )
    expect(
      await cloud.as('staff-elsewhere').refused('booking.closeDay', { ...closing, say: '停' }),
    ).toBe('NOT_FOUND')
    const past = await staff().call('booking.closeDay', {
      ...closing,
      day: '2026-11-22',
      say: '停',
    })
    expect(Object.keys(past.error?.fields ?? {})).toEqual(['day'])
  })
})

describe('a day that is closed', () => {
  const DAY_CLOSED = '2026-12-01'
  const at = (time: string, day = DAY_CLOSED) => momentOf(day, time)

  test('cancels what was booked, tells everybody why, and says whom staff must call', async () => {
    const { serviceId } = await begin({}, { where: 'home', name: '助餐' })
    const slotId = `${serviceId}_home_${at('09:00')}`
    const [one, two, three] = [elderAt(1), elderAt(3), elderAt(4)]
    await book(one, slotId)
    await book(two, slotId)
    await cloud.as(three).ok('booking.joinWaitlist', { slotId })
    // The second has no WeChat any more, and nobody who acts for them.
    await removeField(cloud, 'residents', residentOf(two), 'accountId')
    const part = { of: 'service' as const, serviceId, day: DAY_CLOSED }
    expect(await staff().ok('booking.previewClosing', part)).toEqual({
      slots: 4,
      visits: 2,
      waiting: 1,
    })
    const say = '护士家里有急事。'
    const closed = await worker().ok('booking.closeDay', { ...part, say })
    expect(closed).toMatchObject({ state: 'closing', visits: 2, name: '助餐' })
    // At once nothing of it can be booked.
    const reply = await cloud.as(elderAt(5)).call('booking.reserve', { slotId })
    expect(reply.error?.code).toBe('SLOT_CLOSED')
    await carriedOut()
    const slots = (await slotsOf(serviceId)).filter(
      ({ startsAt }) => dayOf(startsAt) === DAY_CLOSED,
    )
    for (const slot of slots) {
      expect(slot).toMatchObject({ state: 'closed', left: 2, seats: {}, queue: [] })
    }
    const told = { kind: 'bookingCancelled', because: 'provider', say, serviceName: '助餐' }
    expect(await noticesOf(one)).toContainEqual({ ...told, startsAt: at('09:00') })
    expect(await noticesOf(CHILD)).toContainEqual(
      expect.objectContaining({ ...told, name: '妈妈' }),
    )
    expect(await noticesOf(three)).toContainEqual(expect.objectContaining({ kind: 'waitEnded' }))
    const { closures } = await staff().ok('booking.viewOffered', { serviceId })
    expect(closures).toMatchObject([
      { closureId: closed.closureId, state: 'closed', visits: 2, toCall: [`王${two}`] },
    ])
    await agree()
    await changeDoc(cloud, 'residents', residentOf(two), { accountId: two })
  })

  test('moves to the same time of another day where there is room, and cancels the rest', async () => {
    const { serviceId } = await begin({ capacity: 2 }, { name: '康复' })
    const place = (await slotsOf(serviceId))[0]?.placeId ?? ''
    const slotAt = (day: string, time: string) => `${serviceId}_${place}_${at(time, day)}`
    const people = [elderAt(5), elderAt(6)] as const
    for (const openid of people) await book(openid, slotAt(DAY_CLOSED, '10:00'))
    await book(elderAt(7), slotAt('2026-12-02', '10:00'))
    const say = '停水检修。'
    const part = { of: 'provider' as const, serviceId, day: DAY_CLOSED }
    const { closureId } = await worker().ok('booking.closeDay', {
      ...{ ...part, say, moveTo: '2026-12-02' },
      hours: { from: '09:30', to: '10:30' },
    })
    await carriedOut()
    const there = (await slotsOf(serviceId)).find(
      ({ _id }) => _id === slotAt('2026-12-02', '10:00'),
    )
    expect(Object.keys(there?.seats ?? {})).toHaveLength(2)
    const kinds = []
    for (const openid of people) {
      const about = (await noticesOf(openid)).filter((one) => 'say' in one && one.say === say)
      expect(about).toHaveLength(1)
      kinds.push(about[0]?.kind)
      const { items } = await cloud.as(openid).ok('booking.listMine', {})
      const live = items.filter((one) => one.serviceId === serviceId && one.state === 'booked')
      expect(live.map(({ startsAt }) => startsAt)).toEqual(
        about[0]?.kind === 'bookingMoved' ? [at('10:00', '2026-12-02')] : [],
      )
    }
    expect(kinds.sort()).toEqual(['bookingCancelled', 'bookingMoved'])
    // Only those hours, of all that the provider gives: the first and the last of the day stay open.
    const day = (await slotsOf(serviceId)).filter(({ startsAt }) => dayOf(startsAt) === DAY_CLOSED)
    expect(day.map(({ state }) => state)).toEqual(['open', 'closed', 'closed', 'open'])
    await agree()
    // It is given after all: what was closed can be booked, and whoever was moved stays where they are.
    await worker().ok('booking.reopenDay', { closureId })
    const again = (await slotsOf(serviceId)).filter(
      ({ startsAt }) => dayOf(startsAt) === DAY_CLOSED,
    )
    expect(again.map(({ state }) => state)).toEqual(['open', 'open', 'open', 'open'])
    await book(elderAt(8), slotAt(DAY_CLOSED, '10:00'))
    await carriedOut()
    const closures = await allOf<ClosureDoc>(cloud, 'closures')
    const reopened = closures.find(({ _id }) => _id === closureId)
    expect(reopened?.state).toBe('reopened')
    expect(reopened?.behind).toBeUndefined()
    await agree()
  })

  test('covers all that is given at the place, and times that are made later', async () => {
    const here = await begin({ spans: [{ from: '16:00', to: '17:00' }] }, { place: '三楼' })
    const beside = await begin({ spans: [{ from: '16:00', to: '17:00' }] }, { place: ' 三 楼' })
    const other = await begin({ spans: [{ from: '16:00', to: '17:00' }] }, { place: '四楼' })
    await staff().ok('booking.closeDay', {
      ...{ of: 'place', serviceId: here.serviceId, day: DAY_CLOSED, say: '漏水。' },
    })
    const later = await begin({ spans: [{ from: '17:00', to: '18:00' }] }, { place: '三楼' })
    const states = async ({ serviceId }: { serviceId: string }) =>
      new Set(
        (await slotsOf(serviceId))
          .filter(({ startsAt }) => dayOf(startsAt) === DAY_CLOSED)
          .map(({ state }) => state),
      )
    expect(await states(here)).toEqual(new Set(['closed']))
    expect(await states(beside)).toEqual(new Set(['closed']))
    expect(await states(later)).toEqual(new Set(['closed']))
    expect(await states(other)).toEqual(new Set(['open']))
    const { closures } = await staff().ok('booking.viewOffered', { serviceId: later.serviceId })
    expect(closures.filter(({ of }) => of === 'place')).toMatchObject([{ name: '三楼' }])
    await carriedOut()
  })

  test('the same tap closes it once', async () => {
    const { serviceId } = await begin()
    const tap = newTap()
    const input = { of: 'service' as const, serviceId, day: DAY_CLOSED, say: '停电。' }
    const both = await Promise.all([1, 2].map(() => worker().ok('booking.closeDay', input, tap)))
    expect(both[0]?.closureId).toBe(both[1]?.closureId)
    expect(await worker().refused('booking.closeDay', { ...input, say: '停' }, tap)).toBe(
      'TAP_REUSED',
    )
    await carriedOut()
  })
})

describe('each day', () => {
  test('the next day’s times are made, once, and those that are there stay', async () => {
    const { serviceId } = await begin(
      { spans: [{ from: '18:00', to: '19:00' }], capacity: 1 },
      { terms: {} },
    )
    const before = await slotsOf(serviceId)
    const last = before.at(-1)
    await book(elderAt(9), last?._id ?? '')
    await cloud.sleep(DAY)
    await cloud.runTimer('ticker')
    const after = await slotsOf(serviceId)
    const added = after.filter(({ _id }) => !before.some((one) => one._id === _id))
    expect(added.map(({ startsAt }) => momentText(startsAt))).toEqual([
      '2026-12-24 18:00',
      '2026-12-24 18:30',
    ])
    expect(after.find(({ _id }) => _id === last?._id)).toMatchObject({ left: 0 })
  })
})

test('a weekend that is worked for a holiday is planned as the pattern says', async () => {
  const early = await startTestCloud({ seed: 'none', now: momentOf('2026-02-09', '09:00') })
  try {
    await addCareTown(early, 1)
    const begin = async (makeUp: WeekPlan['makeUp'], holidays: WeekPlan['holidays'] = 'rest') => {
      const plan = planOf({ providerId: CARE })
      const { serviceId } = await early.as(WORKER).ok('booking.saveService', { plan })
      const week = weekOf({
        ...{ weekdays: [1, 2, 3, 4, 5], fromDay: '2026-02-09', makeUp, holidays },
        spans: [{ from: '09:00', to: '09:30' }],
      })
      await early.as(WORKER).ok('booking.savePattern', { serviceId, plan: week })
      return serviceId
    }
    // The lunar New Year 2026 is from Sunday 15 to Monday 23 February; Saturdays 14 and 28 are worked for it.
    const [rests, asMonday, usual] = [
      await begin('rest'),
      await begin(1),
      await begin(1, 'asUsual'),
    ]
    await early.advance(MINUTE)
    const slots = await allOf<SlotDoc>(early, 'slots')
    const days = (serviceId: string) =>
      slots
        .filter((one) => one.serviceId === serviceId && dayOf(one.startsAt) <= '2026-02-28')
        .map(({ startsAt }) => dayOf(startsAt).slice(-2))
        .sort()
    const ordinary = ['10', '11', '12', '13', '24', '25', '26', '27']
    expect(days(rests)).toEqual(ordinary)
    expect(days(asMonday)).toEqual([...ordinary, '14', '28'].sort())
    expect(days(usual)).toEqual(
      [...ordinary, '14', '28', '16', '17', '18', '19', '20', '23'].sort(),
    )
  } finally {
    await early.close()
  }
})
