import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Account, newAccount } from '../../cloudfunctions/shared/actor'
import type { ProviderDoc, SlotDoc } from '../../cloudfunctions/booking/booking.docs'
import { dayOf } from '../../cloudfunctions/shared/time'
import { LIMITS } from '../../types/contract/limits'
import { MINUTE, openSlots, startTestCloud, type TestCloud } from '../support/cloud'
import { addDocs, allOf } from '../support/database'

const TODAY = '2026-11-23'
const TUESDAY = '2026-11-24'
const CHECK = 'chunxiao-health-check'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 4 })
  const staff = (openid: string, region: string): Account => ({
    ...newAccount(openid, `a-${openid}`, openid),
    roles: [{ role: 'staff', region, since: 0, by: 'test' }],
  })
  await addDocs(cloud, 'accounts', [
    staff('staff-elsewhere', 'heping/nanhu/liuan'),
    // Of no community: the role alone opens nothing.
    staff('staff-of-nowhere', 'heping/nanhu'),
  ])
})
afterAll(() => cloud.close())

const dayAs = (openid: string, day = TODAY) => cloud.as(openid).ok('booking.listDay', { day })

/** Who has a seat on a day, from the database itself. */
async function seatsOn(day: string, communityId = 'chunxiao') {
  const slots = await allOf<SlotDoc>(cloud, 'slots')
  const onDay = slots.filter(
    ({ startsAt, communityId: of }) => of === communityId && dayOf(startsAt) === day,
  )
  return onDay.flatMap(({ seats }) => Object.values(seats).map(({ bookingId }) => bookingId)).sort()
}

describe('the desk sees the day', () => {
  test('everybody who has a seat, by time, and nobody else', async () => {
    const { items, day, next } = await dayAs('demo-staff')
    expect(day).toBe(TODAY)
    expect(next).toBeUndefined()
    expect(items.length).toBeGreaterThan(5)
    expect(items.map(({ bookingId }) => bookingId).sort()).toEqual(await seatsOn(TODAY))
    const starts = items.map(({ startsAt }) => startsAt)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    for (const { name } of items) expect(name).toMatch(/^[\u4e00-\u9fff]{2,4}$/)
  })

  test('no day is today', async () => {
    expect(await cloud.as('demo-staff').ok('booking.listDay', {})).toEqual(
      await dayAs('demo-staff'),
    )
  })

  test('of a person it shows the name and what they said, and where they live where the visit is there', async () => {
    const { items } = await dayAs('demo-staff')
    const fields = [
      ...[
        'bookingId',
        'residentId',
        'slotId',
        'name',
        'serviceId',
        'serviceName',
        'place',
        'where',
      ],
      ...['startsAt', 'endsAt', 'priceFen', 'absentFrom'],
    ]
    const more = new Set([
      'note',
      'answers',
      'by',
      'subsidised',
      'lateFrom',
      'home',
      'mark',
      'markedAt',
      'proved',
      'undoUntil',
      'hasResult',
    ])
    for (const item of items) {
      expect(Object.keys(item).filter((name) => !more.has(name))).toEqual(fields)
      if (item.where === 'place') expect(item.home).toBeUndefined()
    }
    const shown = items.map(({ bookingId: _b, residentId: _r, home: _h, ...one }) => one)
    expect(JSON.stringify(shown)).not.toMatch(/r-|resident|号楼|birth|openid/)
  })

  test('its times at a glance, the empty ones too', async () => {
    const { items, slots } = await dayAs('demo-staff')
    for (const { slotId, taken, left, capacity } of slots) {
      expect(taken).toBe(items.filter((item) => item.slotId === slotId).length)
      expect(taken + left).toBeLessThanOrEqual(capacity)
    }
    expect(slots.some(({ taken }) => taken === 0)).toBe(true)
  })

  test('a new booking comes with its note, a cancelled one goes', async () => {
    const slot = (await openSlots(cloud, CHECK)).find(({ startsAt }) => dayOf(startsAt) === TUESDAY)
    const resident = cloud.as('resident-0001')
    const { bookingId } = await resident.ok('booking.reserve', {
      slotId: slot?.slotId ?? '',
      note: '听力不好',
    })
    const find = async () =>
      (await dayAs('demo-staff', TUESDAY)).items.find((item) => item.bookingId === bookingId)
    expect(await find()).toMatchObject({ serviceId: CHECK, startsAt: slot?.startsAt })
    await cloud.advance(2 * MINUTE)
    expect(await find()).toMatchObject({ note: '听力不好' })
    await resident.ok('booking.cancel', { bookingId })
    expect(await find()).toBeUndefined()
  })

  test('a day without bookings is empty', async () => {
    expect(await dayAs('demo-staff', '2027-06-01')).toEqual({
      items: [],
      slots: [],
      day: '2027-06-01',
    })
  })

  test('more slots than a page: every visit once', async () => {
    const day = '2027-03-01'
    const startsAt = Date.UTC(2027, 2, 1, 1)
    const [example] = await allOf<SlotDoc>(cloud, 'slots')
    const docs = Array.from({ length: LIMITS.deskPage + 3 }, (_, n) => {
      const _id = `chunxiao-many-${n}`
      return {
        ...example,
        _id,
        communityId: 'chunxiao',
        startsAt,
        endsAt: startsAt + MINUTE,
        listKey: `${String(startsAt).padStart(15, '0')}_${_id}`,
        seats: { 'r-demo-elder': { bookingId: `${_id}_b`, at: 1 } },
      }
    })
    await addDocs(cloud, 'slots', docs)
    const first = await dayAs('demo-staff', day)
    const rest = await cloud
      .as('demo-staff')
      .ok('booking.listDay', { day, after: first.next ?? '' })
    expect(first.items.length).toBe(LIMITS.deskPage)
    expect(rest.next).toBeUndefined()
    const ids = [...first.items, ...rest.items].map(({ bookingId }) => bookingId)
    expect(new Set(ids).size).toBe(docs.length)
  })

  test('those who give a service are kept from theirs by no page of others', async () => {
    const day = '2027-03-02'
    const startsAt = Date.UTC(2027, 2, 2, 1)
    const accounts = await allOf<Account>(cloud, 'accounts')
    const { ref } = accounts.find(({ _id }) => _id === 'demo-provider') ?? {}
    const providers = await allOf<ProviderDoc>(cloud, 'providers')
    const mine = providers.find(({ members }) => members.some((one) => one === ref))
    const [example] = await allOf<SlotDoc>(cloud, 'slots')
    const most = LIMITS.deskPage + 3
    const docs = Array.from({ length: most }, (_, n) => {
      const _id = `chunxiao-late-${String(n).padStart(3, '0')}`
      return {
        ...example,
        _id,
        communityId: 'chunxiao',
        providerId: n < most - 2 ? 'others' : mine?._id,
        startsAt,
        endsAt: startsAt + MINUTE,
        listKey: `${String(startsAt).padStart(15, '0')}_${_id}`,
        seats: {},
      }
    })
    await addDocs(cloud, 'slots', docs)
    const { slots, next } = await dayAs('demo-provider', day)
    expect(slots.map(({ slotId }) => slotId)).toEqual(docs.slice(-2).map(({ _id }) => _id))
    expect(next).toBeUndefined()
  })
})

describe('the desk is for its staff', () => {
  test.each([
    ['a resident', 'demo-elder', 'NOT_ALLOWED'],
    ['a volunteer', 'demo-volunteer', 'NOT_ALLOWED'],
    ['the property manager', 'demo-manager', 'NOT_ALLOWED'],
    ['an officer of the street', 'demo-street', 'NOT_ALLOWED'],
    ['an officer of the district', 'demo-district', 'NOT_ALLOWED'],
    ['staff of no community', 'staff-of-nowhere', 'NOT_ALLOWED'],
    ['a newcomer', 'demo-stranger', 'NOT_JOINED'],
  ])('%s is refused', async (_, openid, code) => {
    expect(await cloud.as(openid).refused('booking.listDay', { day: TODAY })).toBe(code)
  })

  test('staff elsewhere see their own community, whatever they ask for', async () => {
    const { items } = await dayAs('staff-elsewhere')
    expect(items.map(({ bookingId }) => bookingId).sort()).toEqual(await seatsOn(TODAY, 'liuan'))
    const input = { day: TODAY, communityId: 'chunxiao', region: 'heping/nanhu/chunxiao' }
    const answer = await cloud.send('booking', { op: 'booking.listDay', input }, 'staff-elsewhere')
    expect(answer).toMatchObject({ result: { data: { items } } })
  })

  test('a page key of another community’s day opens nothing of it', async () => {
    const [mine] = (await dayAs('demo-staff')).items
    const after = `${String((mine?.startsAt ?? 1) - 1).padStart(15, '0')}_a`
    const { items } = await cloud.as('staff-elsewhere').ok('booking.listDay', { day: TODAY, after })
    for (const { serviceId } of items) expect(serviceId).toMatch(/^liuan-/)
  })

  test.each([
    ['a day that does not exist', { day: '2026-02-30' }, 'day'],
    ['a day that is a condition', { day: { $gt: '' } }, 'day'],
    ['a page after an operator', { day: TODAY, after: '$gt' }, 'after'],
  ])('%s', async (_, input, field) => {
    const answer = await cloud.send('booking', { op: 'booking.listDay', input }, 'demo-staff')
    expect(answer).toMatchObject({
      result: { error: { code: 'BAD_INPUT', fields: { [field]: expect.any(String) as string } } },
    })
  })

  test('when the database fails once: an error, and the next call has the day', async () => {
    await cloud.setFault({ op: 'booking.listDay', action: 'getDocument', nth: 3, mode: 'error' })
    expect(await cloud.as('demo-staff').refused('booking.listDay', { day: TODAY })).toBe('INTERNAL')
    await cloud.clearFaults()
    expect((await dayAs('demo-staff')).items.length).toBeGreaterThan(5)
  })
})
