import { afterAll, beforeAll, expect, test, describe } from 'vitest'
import type { ClosureDoc, PatternDoc, SlotDoc } from '../../cloudfunctions/booking/booking.docs'
import type { RollDoc } from '../../cloudfunctions/booking/times/roll.docs'
import { dayOf, momentOf } from '../../cloudfunctions/shared/time'
import type { NoticeDoc } from '../../cloudfunctions/shared/notices'
import { CARE, elderAt, startCareTown, WORKER } from '../support/care-town'
import { DAY, type Fault, MINUTE, newTap, type TestCloud } from '../support/cloud'
import { allOf } from '../support/database'
import { isTried } from '../support/fault-modes'
import { holdsForBookings } from '../support/invariants'
import { planOf, weekOf } from '../support/services'

/**
 * Every action of what plans and closes times fails, or dies, in turn. After the same tap again, or the ticker
 * alone, the times are there once, nobody has a place in what is closed, and everybody was told once.
 */

const MODES: Fault['mode'][] = ['error', 'error-after', 'kill']
const MOST = 60

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCareTown(60)
})
afterAll(() => cloud.close())

let next = 0
const someone = () => elderAt(++next)
const worker = () => cloud.as(WORKER)

async function fired(): Promise<boolean> {
  const struck = (await cloud.faults()).some((fault) => fault.fired)
  await cloud.clearFaults()
  return struck
}

/** A call that may die: the platform's own answer is none of ours. */
const tried = (work: Promise<unknown>) => work.catch(() => undefined)

const slotsOf = async (serviceId: string) =>
  (await allOf<SlotDoc>(cloud, 'slots')).filter((slot) => slot.serviceId === serviceId)

/** A service whose times reach three days ahead. */
async function begin(name = '推拿') {
  const plan = planOf({ providerId: CARE, name, minutes: 60, terms: { aheadDays: 3 } })
  return (await worker().ok('booking.saveService', { plan })).serviceId
}

/** Monday it is; the pattern has two times on each of the next days. */
const WEEK = weekOf({ spans: [{ from: '14:00', to: '16:00' }] })
const CLOSED = '2026-11-24'
const AFTER = '2026-11-25'

describe.each(MODES)('when an action ends in %s', (mode) => {
  test('a pattern is there once, and so are its times', async () => {
    let nth = 1
    for (; nth <= MOST; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const serviceId = await begin()
      const tap = newTap()
      const save = () => worker().call('booking.savePattern', { serviceId, plan: WEEK }, tap)
      await cloud.setFault({ op: 'booking.savePattern', nth, mode })
      await tried(save())
      if (!(await fired())) break
      expect((await save()).error, `${mode} at action ${nth}`).toBeUndefined()
      await cloud.advance(MINUTE)
      const patterns = await allOf<PatternDoc>(cloud, 'patterns')
      expect(patterns.filter((one) => one.serviceId === serviceId)).toHaveLength(1)
      expect(await slotsOf(serviceId)).toHaveLength(8)
    }
    expect(nth).toBeGreaterThan(4)
    expect(nth).toBeLessThan(MOST)
  })

  test('a day is closed, and who was there is told once', async () => {
    let nth = 1
    for (; nth <= MOST; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const { serviceId, slotId, who } = await booked()
      const say = `停电${mode}${nth}。`
      const tap = newTap()
      const input = { of: 'service' as const, serviceId, day: CLOSED, say }
      const close = () => worker().call('booking.closeDay', input, tap)
      await cloud.setFault({ op: 'booking.closeDay', nth, mode })
      await tried(close())
      if (!(await fired())) break
      // Every other one is not sent again: where the closure stands, the ticker alone carries it out.
      const again = Math.floor(nth / MODES.length) % 2 === 0
      if (again) expect((await close()).error, `${mode} at action ${nth}`).toBeUndefined()
      await cloud.advance(4 * MINUTE)
      const [closure, ...more] = (await allOf<ClosureDoc>(cloud, 'closures')).filter(
        (one) => one.say === say,
      )
      expect(more).toEqual([])
      if (again) expect(closure).toBeDefined()
      await expectCarriedOut({ closure, serviceId, slotId, who, say })
    }
    expect(nth).toBeGreaterThan(5)
    expect(nth).toBeLessThan(MOST)
  })
})

test.each(MODES)('the ticker closes a day at last, with %s at its actions', async (mode) => {
  const OWN = ['closures', 'slots', 'diaries', 'bookings', 'notices']
  let nth = 1
  for (; nth <= 30; nth++) {
    if (!isTried(MODES, mode, nth)) continue
    const { serviceId, slotId, who } = await booked()
    const say = `停水${mode}${nth}。`
    const input = { of: 'service' as const, serviceId, day: CLOSED, say, moveTo: AFTER }
    await worker().ok('booking.closeDay', input)
    await cloud.setFault({ function: 'ticker', collections: OWN, nth, mode })
    await cloud.advance(MINUTE)
    await cloud.clearFaults()
    await cloud.advance(4 * MINUTE)
    const closures = await allOf<ClosureDoc>(cloud, 'closures')
    const closure = closures.find((one) => one.say === say)
    expect(closure, `${mode} at action ${nth}`).toMatchObject({ state: 'closed' })
    await expectCarriedOut({ closure, serviceId, slotId, who, say })
  }
})

test('a day’s times are made once and whole, however often the ticker dies on the way', async () => {
  const services = [await begin('甲'), await begin('乙')]
  for (const serviceId of services)
    await worker().ok('booking.savePattern', { serviceId, plan: WEEK })
  await cloud.advance(MINUTE)
  for (const mode of MODES) {
    for (let nth = 1; nth <= 9; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const before = (await allOf<RollDoc>(cloud, 'rolls'))[0]?.day ?? ''
      await cloud.setFault({
        function: 'ticker',
        collections: ['rolls', 'services', 'patterns', 'closures', 'slots'],
        ...{ nth, mode },
      })
      const { now } = await cloud.sleep(DAY)
      await cloud.clearFaults()
      await cloud.advance(MINUTE)
      const [roll] = await allOf<RollDoc>(cloud, 'rolls')
      expect(roll?.day, `${mode} at action ${nth} after ${before}`).toBe(dayOf(now))
      const horizon = momentOf(dayOf(now)) + 4 * DAY
      for (const serviceId of services) {
        const ahead = (await slotsOf(serviceId)).filter(({ startsAt }) => startsAt > now)
        const days = new Set(ahead.map(({ startsAt }) => dayOf(startsAt)))
        expect(ahead).toHaveLength(2 * days.size)
        expect(days.size).toBe(4)
        expect(ahead.every(({ startsAt }) => startsAt < horizon)).toBe(true)
      }
    }
  }
})

/** Somebody has the first time of the day that will be closed. */
async function booked() {
  const serviceId = await begin()
  await worker().ok('booking.savePattern', { serviceId, plan: WEEK })
  await cloud.advance(MINUTE)
  const at = momentOf(CLOSED, '14:00')
  const slotId = (await slotsOf(serviceId)).find(({ startsAt }) => startsAt === at)?._id ?? ''
  const who = someone()
  await cloud.as(who).ok('booking.reserve', { slotId })
  return { serviceId, slotId, who }
}

interface CarriedOut {
  closure: ClosureDoc | undefined
  serviceId: string
  slotId: string
  who: string
  say: string
}

async function expectCarriedOut({ closure, serviceId, slotId, who, say }: CarriedOut) {
  const { now } = await cloud.advance(MINUTE)
  await holdsForBookings(cloud, { now, settled: true })
  const slots = await slotsOf(serviceId)
  const there = slots.find(({ _id }) => _id === slotId)
  const told = (await allOf<NoticeDoc>(cloud, 'notices')).filter(
    ({ about, accountId }) => 'say' in about && about.say === say && accountId === who,
  )
  if (!closure) {
    expect([there?.state, told]).toEqual(['open', []])
    return
  }
  expect(closure.behind).toBeUndefined()
  expect(there).toMatchObject({ state: 'closed', seats: {} })
  expect(told).toHaveLength(1)
  const elsewhere = slots.filter(({ seats }) => `r-${who}` in seats)
  expect(elsewhere).toHaveLength(closure.moveTo === undefined ? 0 : 1)
}
