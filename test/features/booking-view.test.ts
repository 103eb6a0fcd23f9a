import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, MINUTE, MONDAY_9, openSlots, startTestCloud, type TestCloud } from '../support/cloud'
import { type Grant, newAccount } from '../../cloudfunctions/shared/actor'
import { addDocs } from '../support/database'
import { demoSlot } from '../support/services'

const CHECK = 'chunxiao-health-check'
const BATH = demoSlot('bathing', 'home', '2026-11-25', '09:00')

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
  const grant: Grant = {
    ...{ grantId: 'g', residentId: 'r-demo-elder', communityId: 'chunxiao' },
    ...{ region: 'heping/nanhu/chunxiao', name: '王秀兰', home: '3号楼2单元503室' },
    ...{ relation: 'daughter', scope: 'booking', since: 1 },
  }
  const daughter = { ...newAccount('daughter', 'a-daughter', '女儿'), grants: [grant] }
  await addDocs(cloud, 'accounts', [daughter])
})
afterAll(() => cloud.close())

const slotOf = async (serviceId: string, nth = 0) => {
  const slot = (await openSlots(cloud, serviceId))[nth]
  if (!slot) throw new Error(`No open slot ${nth} of ${serviceId}.`)
  return slot
}

test('one booking shows all that is known of it, to whoever it is of and to their helper alone', async () => {
  const mother = cloud.as('demo-elder')
  const { slotId } = await slotOf(CHECK)
  const { bookingId } = await mother.ok('booking.reserve', { slotId, note: '听力不好' })
  const view = await mother.ok('booking.viewBooking', { bookingId })
  expect(view).toMatchObject({
    booked: {
      bookingId,
      slotId,
      state: 'booked',
      note: '听力不好',
      providerName: '社区卫生服务站',
    },
    name: '王秀兰',
    service: { need: 'healthCheck', bring: ['身份证、医保卡', '平时吃的药名记下来带上'] },
    canCancel: true,
    canChange: true,
  })
  expect(view.cannot).toBeUndefined()

  const son = cloud.as('demo-child')
  expect(await son.refused('booking.viewBooking', { bookingId })).toBe('NOT_FOUND')
  const daughter = cloud.as('daughter', { onBehalfOf: 'r-demo-elder' })
  expect(await daughter.ok('booking.viewBooking', { bookingId })).toEqual(view)
})

test('after a change of time the old address leads to the new booking', async () => {
  const me = cloud.as('demo-volunteer')
  const [from, to] = [await slotOf(CHECK, 1), await slotOf(CHECK, 2)]
  const { bookingId } = await me.ok('booking.reserve', { slotId: from.slotId })
  const changed = await me.ok('booking.change', { bookingId, slotId: to.slotId })
  const view = await me.ok('booking.viewBooking', { bookingId })
  expect(view.booked).toMatchObject({ bookingId: changed.bookingId, startsAt: to.startsAt })
  await cloud.sleep(2 * MINUTE)
  expect((await me.ok('booking.viewBooking', { bookingId })).booked.state).toBe('booked')
})

test('one that was cancelled says so, also long after', async () => {
  const me = cloud.as('demo-resident')
  const { slotId } = await slotOf(CHECK, 3)
  const { bookingId } = await me.ok('booking.reserve', { slotId })
  await me.ok('booking.cancel', { bookingId })
  const view = await me.ok('booking.viewBooking', { bookingId })
  expect(view).toMatchObject({ booked: { state: 'cancelled' }, canCancel: false, canChange: false })
})

test('too near to its beginning it is still there, with whom to call instead', async () => {
  const me = cloud.as('demo-elder')
  const { bookingId, cancelUntil = 0 } = await me.ok('booking.reserve', {
    slotId: BATH,
    answers: { walks: '要人扶' },
  })
  await cloud.sleep(cancelUntil + 1 - MONDAY_9)
  const view = await me.ok('booking.viewBooking', { bookingId })
  expect(view).toMatchObject({
    booked: { answers: [{ ask: '能自己走路吗', answer: '要人扶' }], priceFen: 12000 },
    canCancel: false,
    canChange: false,
    cannot: { code: 'CANCEL_TOO_LATE' },
  })
  await cloud.sleep(2 * DAY)
  const over = await me.ok('booking.viewBooking', { bookingId })
  expect(over).toMatchObject({ booked: { state: 'done' }, canCancel: false })
  expect(over.cannot).toBeUndefined()
})
