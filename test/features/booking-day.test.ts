import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BookingDoc } from '../../cloudfunctions/booking/booking.docs'
import type { OperationName } from '../../types/contract'
import {
  bookVisit,
  byCode,
  byNothing,
  CHILD,
  codeOn,
  COLLEAGUE,
  elderAt,
  grantVouchers,
  residentOf,
  RIVAL,
  STAFF,
  WORKER,
} from '../support/care-town'
import { HOUR, MINUTE, MONDAY_9, newTap, type TestCloud } from '../support/cloud'
import type { FactDoc } from '../../cloudfunctions/shared/audit.docs'
import { allOf } from '../support/database'
import { bookCheck, checkSlot, SON, startDayTown } from '../support/day-town'
import { holdsForBookings } from '../support/invariants'

let cloud: TestCloud
let clock = MONDAY_9
beforeAll(async () => {
  cloud = await startDayTown(60)
})
afterAll(() => cloud.close())

/** Each test is about somebody nobody else is about; the first two have family. */
let next = 2
const someone = () => elderAt(++next)

const worker = () => cloud.as(WORKER)
const at = (hour: number, minute = 0) => MONDAY_9 + (hour - 9) * HOUR + minute * MINUTE
const until = async (moment: number) => {
  if (moment > clock) clock = (await cloud.sleep(moment - clock)).now
}
const rowOf = async (bookingId: string) =>
  (await allOf<BookingDoc>(cloud, 'bookings')).find(({ _id }) => _id === bookingId)
const mine = async (openid: string, bookingId: string) =>
  (await cloud.as(openid).ok('booking.listMine', {})).items.find(
    (one) => one.bookingId === bookingId,
  )
const told = async (openid: string) =>
  (await cloud.as(openid).ok('message.listMine', {})).items.map(({ about }) => about)

describe('before anybody comes', () => {
  test('those who give a service see its day and week, others theirs, and nobody else’s', async () => {
    const elder = someone()
    const { bookingId, residentId } = await bookCheck(cloud, elder, 10, { note: '听力不好' })
    await bookVisit(cloud, elder, 12, { useSubsidy: false, service: 'clean' })
    await cloud.advance(MINUTE)
    clock += MINUTE
    const { items, slots } = await worker().ok('booking.listDay', {})
    const shown = items.find((one) => one.bookingId === bookingId)
    expect(shown).toMatchObject({ residentId, note: '听力不好', where: 'place', priceFen: 3_000 })
    expect(shown).toMatchObject({ absentFrom: at(10, 10), lateFrom: at(10, 10) })
    expect(shown?.mark).toBeUndefined()
    expect(new Set(slots.map(({ serviceId }) => serviceId))).toEqual(new Set(['bath', 'check']))
    expect(slots.find(({ slotId }) => slotId === checkSlot(10))).toMatchObject({
      ...{ capacity: 30, taken: 1, left: 29, waiting: 0 },
    })
    const theirs = await cloud.as(RIVAL).ok('booking.listDay', {})
    expect(new Set(theirs.slots.map(({ serviceId }) => serviceId))).toEqual(new Set(['clean']))
    expect(theirs.items.map(({ home }) => home)).toEqual(['1号楼3室'])
    const all = await cloud.as(STAFF).ok('booking.listDay', { serviceId: 'check' })
    expect(all.items.map((one) => one.bookingId)).toContain(bookingId)
    expect(await cloud.as(RIVAL).refused('booking.listDay', { providerId: 'care' })).toBe(
      'NOT_YOUR_SERVICE',
    )
    const week = await worker().ok('booking.listWeek', {})
    expect(week.fromDay).toBe('2026-11-23')
    expect(
      week.days.find(({ day, serviceId }) => day === '2026-11-23' && serviceId === 'check'),
    ).toMatchObject({ capacity: 246, taken: 1, waiting: 0, came: 0, absent: 0 })
    const rivals = await cloud.as(RIVAL).ok('booking.listWeek', {})
    expect(new Set(rivals.days.map(({ serviceId }) => serviceId))).toEqual(new Set(['clean']))
  })

  test('a look at somebody’s number stands in the trail', async () => {
    const elder = someone()
    const which = await bookCheck(cloud, elder, 11)
    expect(await worker().ok('booking.revealVisitPhone', which)).toEqual({})
    const facts = (await allOf<FactDoc>(cloud, 'auditFacts')).filter(
      ({ op }) => op === 'booking.revealVisitPhone',
    )
    expect(facts).toMatchObject([{ by: 'a-worker', whom: which.residentId }])
  })

  test('reminders come the evening before and two hours before, each once, and not of what was cancelled', async () => {
    const [stays, leaves, off] = [elderAt(1), someone(), someone()]
    await bookCheck(cloud, stays, 11, { days: 1 })
    const given = await bookCheck(cloud, leaves, 11, { days: 1 })
    const taken = await bookCheck(cloud, off, 11, { days: 1 })
    await cloud.advance(MINUTE)
    clock += MINUTE
    await cloud.as(leaves).ok('booking.cancel', { bookingId: given.bookingId })
    await worker().ok('booking.cancelVisit', { ...taken, say: '医生临时开会' })
    const reminders = async (openid: string) =>
      (await told(openid)).filter(({ kind }) => kind === 'bookingReminder')
    expect(await reminders(stays)).toEqual([])
    // Nothing here happens before the evening: a town of its own sleeps until then, in the last test of this file.
    const row = (await allOf<BookingDoc>(cloud, 'bookings')).find(
      ({ residentId, startsAt }) => residentId === residentOf(stays) && startsAt > at(24),
    )
    expect(row).toMatchObject({ remind: 'eve', remindAt: at(18) })
    for (const { bookingId } of [given, taken]) {
      await cloud.advance(MINUTE)
      clock += MINUTE
      expect((await rowOf(bookingId))?.remindAt).toBeUndefined()
    }
  })
})

describe('those who are of no concern here', () => {
  const BY_ROLE: readonly (readonly [OperationName, object])[] = [
    ['booking.viewVisit', {}],
    ['booking.revealVisitPhone', {}],
    ['booking.checkInAtDesk', {}],
    ['booking.markNoShow', {}],
    ['booking.undoMark', {}],
    ['booking.releaseLate', {}],
    ['booking.complete', {}],
    ['booking.cancelVisit', { say: '老师请假' }],
    ['booking.moveVisit', { say: '老师请假', slotId: checkSlot(15) }],
    ['booking.saveResult', { text: '血压正常' }],
    ['booking.readResult', {}],
  ]
  let which = { bookingId: '', residentId: '' }
  beforeAll(async () => {
    which = await bookCheck(cloud, elderAt(1), 11)
  })

  test.each(BY_ROLE)('%s', async (op, more) => {
    const input = { ...which, ...more } as never
    expect(await cloud.as(RIVAL).refused(op, input)).toBe('NOT_YOUR_SERVICE')
    expect(await cloud.as('staff-elsewhere').refused(op, input)).toBe('NOT_FOUND')
    expect(await cloud.as(elderAt(1)).refused(op, input)).toBe('NOT_ALLOWED')
    const asChild = cloud.as(CHILD, { onBehalfOf: which.residentId })
    expect(await asChild.refused(op, input)).toBe('NOT_FOR_OTHERS')
    const others = { ...which, ...more, residentId: residentOf(elderAt(9)) } as never
    expect(['NOT_FOUND', 'ALREADY_CANCELLED']).toContain(await worker().refused(op, others))
  })

  test('change nothing by trying', async () => {
    await cloud.advance(MINUTE)
    clock += MINUTE
    const row = await rowOf(which.bookingId)
    expect(row).toMatchObject({ state: 'booked' })
    expect(row?.day).toBeUndefined()
    expect(row?.taps).toBeUndefined()
  })
})

describe('a visit is moved or cancelled by those who give it', () => {
  test('moved, it keeps its entitlement and what was said, and the person and their family are told why', async () => {
    const elder = elderAt(1)
    await grantVouchers(cloud, elder, 1)
    const slotId = `bath_home_${at(15)}`
    const reserved = await cloud.as(elder).ok('booking.reserve', {
      ...{ slotId, useSubsidy: true, note: '怕冷' },
    })
    const which = { bookingId: reserved.bookingId, residentId: residentOf(elder) }
    const tap = newTap()
    const input = { ...which, slotId: `bath_home_${at(16)}`, say: '护理员生病' }
    const moved = await worker().ok('booking.moveVisit', input, tap)
    expect(moved).toMatchObject({ startsAt: at(16), note: '怕冷', home: '1号楼1室' })
    expect((await worker().ok('booking.moveVisit', input, tap)).bookingId).toBe(moved.bookingId)
    expect(await worker().refused('booking.moveVisit', { ...input, say: '另一个' }, tap)).toBe(
      'TAP_REUSED',
    )
    await cloud.advance(MINUTE)
    clock += MINUTE
    const fact = { kind: 'bookingMoved', from: at(15), startsAt: at(16), say: '护理员生病' }
    expect(await told(elder)).toContainEqual(expect.objectContaining(fact))
    expect(await told(CHILD)).toContainEqual(expect.objectContaining({ ...fact, name: '妈妈' }))
    const booked = await mine(elder, moved.bookingId)
    expect(booked).toMatchObject({ state: 'booked', startsAt: at(16), subsidised: true })
    expect(booked?.by).toBeUndefined()
    const { items } = await cloud.as(elder).ok('booking.entitlements', {})
    expect(items[0]?.months[0]).toMatchObject({ used: 1, left: 0 })
    await worker().ok('booking.cancelVisit', {
      ...{ bookingId: moved.bookingId, residentId: which.residentId, say: '还是没有人' },
    })
    const back = await cloud.as(elder).ok('booking.entitlements', {})
    expect(back.items[0]?.months[0]).toMatchObject({ used: 0, left: 1 })
    expect(await mine(elder, moved.bookingId)).toMatchObject({
      ...{ state: 'cancelled', say: '还是没有人' },
    })
    await cloud.advance(MINUTE)
    clock += MINUTE
    const gone = { kind: 'bookingCancelled', because: 'provider', say: '还是没有人' }
    expect(await told(elder)).toContainEqual(expect.objectContaining(gone))
    expect(await rowOf(moved.bookingId)).toMatchObject({ state: 'cancelled', say: '还是没有人' })
  })

  test('not into a full time, nor where the person is elsewhere: the old place stays', async () => {
    const [elder, ...full] = [someone(), someone(), someone(), someone()]
    const which = await bookCheck(cloud, elder, 13)
    for (const one of full) await bookCheck(cloud, one, 14)
    await cloud.as(elder).ok('booking.reserve', { slotId: `clean_home_${at(17)}` })
    const to = (hour: number) => ({ ...which, slotId: checkSlot(hour), say: '医生开会' })
    expect(await worker().refused('booking.moveVisit', to(14))).toBe('SLOT_FULL')
    expect(await worker().refused('booking.moveVisit', to(17))).toBe('TIME_CLASH')
    expect(await worker().refused('booking.moveVisit', to(13))).toBe('SAME_SLOT')
    const elsewhere = { ...which, slotId: `bath_home_${at(18)}`, say: '医生开会' }
    expect(await worker().refused('booking.moveVisit', elsewhere)).toBe('NOT_FOUND')
    expect(await mine(elder, which.bookingId)).toMatchObject({ state: 'booked' })
    const tap = newTap()
    const cancelling = { ...which, say: '医生开会' }
    const cancelled = await worker().ok('booking.cancelVisit', cancelling, tap)
    expect(cancelled).toMatchObject({ cancelled: true })
    expect(await worker().ok('booking.cancelVisit', cancelling, tap)).toMatchObject({
      ...{ bookingId: which.bookingId, cancelled: true },
    })
    expect(await worker().refused('booking.cancelVisit', cancelling)).toBe('ALREADY_CANCELLED')
    await holdsForBookings(cloud, { now: clock, settled: false })
  })
})

describe('on the day', () => {
  test('who is here is marked once, and a mistake is taken back', async () => {
    const elder = someone()
    const which = await bookCheck(cloud, elder, 11)
    const tap = newTap()
    const here = await worker().ok('booking.checkInAtDesk', which, tap)
    expect(here).toMatchObject({ mark: 'came', undoUntil: at(24) })
    expect(await worker().ok('booking.checkInAtDesk', which, tap)).toEqual(here)
    expect(await worker().refused('booking.markNoShow', which, tap)).toBe('TAP_REUSED')
    expect(await worker().refused('booking.markNoShow', which)).toBe('VISIT_STATE')
    const again = await cloud.as(STAFF).ok('booking.checkInAtDesk', which)
    expect(again.markedAt).toBe(here.markedAt)
    const back = await cloud.as(COLLEAGUE).ok('booking.undoMark', which)
    expect(back.mark).toBeUndefined()
    expect(await worker().refused('booking.markNoShow', which)).toBe('TOO_EARLY')
    const row = await rowOf(which.bookingId)
    expect(row?.day).toBeUndefined()
    // The desk's tap that made the row did not undo what the ticker makes of it.
    await cloud.advance(MINUTE)
    clock += MINUTE
    expect(await rowOf(which.bookingId)).toMatchObject({ state: 'booked', taps: row?.taps })
  })

  test('the person’s own code proves it, is good once, and is not taken back', async () => {
    const elder = someone()
    const which = await bookCheck(cloud, elder, 10)
    const later = await bookCheck(cloud, elder, 19)
    const code = await codeOn(cloud, elder)
    const early = { ...later, code }
    expect(await worker().refused('booking.checkInAtDesk', early)).toBe('TOO_EARLY')
    expect(await worker().refused('booking.checkInAtDesk', { ...which, code: '随便' })).toBe(
      'CODE_WRONG',
    )
    const tap = newTap()
    const here = await worker().ok('booking.checkInAtDesk', { ...which, code }, tap)
    expect(here).toMatchObject({ mark: 'came', proved: true })
    expect(here.undoUntil).toBeUndefined()
    expect(await worker().ok('booking.checkInAtDesk', { ...which, code }, tap)).toEqual(here)
    expect(await worker().refused('booking.undoMark', which)).toBe('VISIT_STATE')
    const at11 = await bookCheck(cloud, elder, 11)
    expect(await worker().refused('booking.checkInAtDesk', { ...at11, code })).toBe('CODE_USED')
    const others = await bookCheck(cloud, someone(), 11)
    const foreign = { ...others, code: await codeOn(cloud, elder) }
    expect(await worker().refused('booking.checkInAtDesk', foreign)).toBe('CODE_WRONG')
  })

  test('a visit to a home that was proved there is marked by that', async () => {
    const elder = someone()
    const which = await bookVisit(cloud, elder, 10, { useSubsidy: false })
    await worker().ok('booking.checkIn', { ...which, proof: byCode(await codeOn(cloud, elder)) })
    expect(await worker().ok('booking.viewVisit', which)).toMatchObject({
      ...{ mark: 'came', proved: true },
    })
    await worker().ok('booking.checkOut', { ...which, proof: byNothing })
    expect(await worker().ok('booking.viewVisit', which)).toMatchObject({ mark: 'done' })
    expect(await worker().ok('booking.complete', { ...which, paidFen: 12_000 })).toMatchObject({
      ...{ mark: 'done', paid: { fen: 12_000 } },
    })
    const missed = await bookVisit(cloud, someone(), 10, { useSubsidy: false })
    await until(at(10, 16))
    await worker().ok('booking.markNoShow', missed)
    const proof = byNothing
    expect(await worker().refused('booking.checkIn', { ...missed, proof })).toBe('VISIT_STATE')
  })

  test('two who mark at once: one is heard, the other is told', async () => {
    const elder = someone()
    const which = await bookCheck(cloud, elder, 11)
    await until(at(11, 11))
    const ops = ['booking.markNoShow', 'booking.checkInAtDesk'] as const
    const replies = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        cloud.as([WORKER, COLLEAGUE, STAFF][n % 3] ?? '').call(ops[n % 2] ?? ops[0], which),
      ),
    )
    const marks = new Set(replies.flatMap(({ data }) => (data ? [data.mark] : [])))
    expect(marks.size).toBe(1)
    const refused = replies.flatMap(({ error }) => (error ? [error.code] : []))
    expect(refused).toEqual(['VISIT_STATE', 'VISIT_STATE', 'VISIT_STATE'])
    expect((await rowOf(which.bookingId))?.day?.mark).toBe([...marks][0])
  })

  test('who is late loses the place to who stands there, where the service has it so', async () => {
    const [late, walksIn] = [someone(), someone()]
    const full = [late, someone(), someone()]
    const [which] = await Promise.all(full.map((one) => bookCheck(cloud, one, 12)))
    if (!which) throw new Error('nobody booked')
    const bath = await bookVisit(cloud, someone(), 12, { useSubsidy: false })
    expect(await worker().refused('booking.releaseLate', which)).toBe('TOO_EARLY')
    await until(at(12, 11))
    expect(await worker().refused('booking.releaseLate', bath)).toBe('VISIT_STATE')
    const atDesk = cloud.as(STAFF, { onBehalfOf: residentOf(walksIn) })
    expect(await atDesk.refused('booking.reserve', { slotId: checkSlot(12) })).toBe('SLOT_FULL')
    const tap = newTap()
    const given = await worker().ok('booking.releaseLate', which, tap)
    expect(given).toMatchObject({ mark: 'absent', cancelled: true })
    expect(await worker().ok('booking.releaseLate', which, tap)).toMatchObject({ mark: 'absent' })
    expect(await worker().refused('booking.undoMark', which)).toBe('VISIT_STATE')
    // The late one may not take it again by themselves; whoever stands there is let in.
    expect(await cloud.as(late).refused('booking.reserve', { slotId: checkSlot(12) })).toBe(
      'SLOT_PAST',
    )
    const { bookingId } = await atDesk.ok('booking.reserve', { slotId: checkSlot(12) })
    expect(await mine(late, which.bookingId)).toMatchObject({ state: 'absent' })
    await cloud.advance(MINUTE)
    clock += MINUTE
    expect(await told(late)).toContainEqual(expect.objectContaining({ kind: 'bookingMissed' }))
    expect(await mine(late, which.bookingId)).toMatchObject({ state: 'absent' })
    const came = { bookingId, residentId: residentOf(walksIn) }
    expect(await worker().ok('booking.checkInAtDesk', came)).toMatchObject({ mark: 'came' })
    await holdsForBookings(cloud, { now: clock, settled: false })
  })
})

describe('what is left of a visit', () => {
  let which = { bookingId: '', residentId: '' }
  beforeAll(async () => {
    which = await bookCheck(cloud, elderAt(2), 13)
    await until(at(13, 1))
  })

  test('what was paid is noted, with the receipt, and mended', async () => {
    const paid = { ...which, paidFen: 3_000, receiptNo: 'A-7' }
    expect(await worker().ok('booking.complete', paid)).toMatchObject({
      ...{ mark: 'done', paid: { fen: 3_000, receiptNo: 'A-7' } },
    })
    const mended = await worker().ok('booking.complete', { ...which, paidFen: 2_500 })
    expect(mended.paid).toEqual({ fen: 2_500 })
    // Again without an amount nothing of it is lost.
    expect((await worker().ok('booking.complete', which)).paid).toEqual({ fen: 2_500 })
    expect(await mine(elderAt(2), which.bookingId)).toMatchObject({ state: 'done' })
  })

  test('a note of what came out is sealed, and read by the person, the family they let, and who gives it', async () => {
    const text = '血压 130/80，半年后再来。'
    const saved = await worker().ok('booking.saveResult', { ...which, text })
    expect(saved).toMatchObject({ hasResult: true })
    expect(JSON.stringify(saved)).not.toContain(text)
    expect(JSON.stringify(await allOf(cloud, 'bookings'))).not.toContain('130/80')
    expect(await cloud.as(COLLEAGUE).ok('booking.readResult', which)).toEqual({ text })
    const { bookingId, residentId } = which
    const own = await cloud.as(elderAt(2)).ok('booking.viewResult', { bookingId })
    expect(own).toEqual({ text, mayRate: true })
    const son = cloud.as(SON, { onBehalfOf: residentId })
    expect((await son.ok('booking.viewResult', { bookingId })).text).toBe(text)
    const facts = (await allOf<FactDoc>(cloud, 'auditFacts')).filter(
      ({ op }) => op === 'booking.viewResult',
    )
    expect(facts.map(({ by }) => by)).toContain('a-son')
    // Whoever may only book for somebody, and anybody else.
    const child = cloud.as(CHILD, { onBehalfOf: residentOf(elderAt(1)) })
    expect(await child.refused('booking.viewResult', { bookingId })).toBe('NOT_ALLOWED')
    expect(await cloud.as(elderAt(9)).refused('booking.viewResult', { bookingId })).toBe(
      'NOT_FOUND',
    )
    const atDesk = cloud.as(STAFF, { onBehalfOf: residentId })
    expect(await atDesk.refused('booking.viewResult', { bookingId })).toBe('NOT_THEIR_HELPER')
  })

  test('stars and words, which pass the check; words it is unsure of wait for staff', async () => {
    const { bookingId } = which
    const elder = cloud.as(elderAt(2))
    const rate = (stars: number, words?: string, tap?: string) =>
      elder.call('booking.rate', { bookingId, stars, ...(words ? { words } : {}) }, tap)
    const mayRate = async () => {
      const { items } = await elder.ok('booking.listMine', {})
      return items.find((one) => one.bookingId === bookingId)?.mayRate
    }
    expect(await mayRate()).toBe(true)
    expect((await rate(5, '来赌博')).error?.code).toBe('TEXT_REFUSED')
    const tap = newTap()
    const given = await rate(4, '大夫很耐心', tap)
    expect(given.data).toMatchObject({ stars: 4, words: '大夫很耐心' })
    expect(await mayRate()).toBeUndefined()
    expect((await rate(4, '大夫很耐心', tap)).data).toEqual(given.data)
    const said = async (openid: string) =>
      (await cloud.as(openid).ok('booking.listRatings', {})).items
    const [shown] = await said(WORKER)
    expect(shown).toEqual({
      ...{ ratingId: bookingId, serviceName: '体检', month: '2026-11' },
      ...{ stars: 4, words: '大夫很耐心' },
    })
    expect(await said(RIVAL)).toEqual([])
    await rate(2, '加微信吧')
    expect(await said(WORKER)).toMatchObject([{ stars: 2 }])
    expect((await said(WORKER))[0]?.words).toBeUndefined()
    expect(await said(STAFF)).toMatchObject([{ words: '加微信吧', held: true }])
    const review = { ratingId: bookingId, verdict: 'refuse' as const }
    expect(await worker().refused('booking.reviewRating', review)).toBe('NOT_ALLOWED')
    expect(await cloud.as('staff-elsewhere').refused('booking.reviewRating', review)).toBe(
      'NOT_FOUND',
    )
    const done = await cloud.as(STAFF).ok('booking.reviewRating', review)
    expect(done).toMatchObject({ stars: 2 })
    expect(done.words).toBeUndefined()
    expect(await said(WORKER)).toEqual([done])
    expect((await elder.call('booking.rate', { bookingId: checkSlot(9), stars: 5 })).error).toEqual(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    )
    const ahead = await bookCheck(cloud, elderAt(2), 19)
    await cloud.advance(MINUTE)
    clock += MINUTE
    const soon = { bookingId: ahead.bookingId, stars: 5 }
    expect(await elder.refused('booking.rate', soon)).toBe('VISIT_STATE')
  })

  test('the day’s list is a file, for those who work there', async () => {
    const input = { day: '2026-11-23', as: 'csv' as const }
    const file = await worker().ok('booking.exportDay', input)
    const csv = await (await fetch(file.url)).text()
    expect(csv).toMatch(/"13:00","14:00","体检","elder-2","一楼","","已完成",30\.00,25\.00/)
    expect(csv).not.toContain('保洁')
    const sheet = await cloud.as(STAFF).ok('booking.exportDay', { day: '2026-11-23' })
    const zip = Buffer.from(await (await fetch(sheet.url)).arrayBuffer())
    expect(zip.subarray(0, 2).toString()).toBe('PK')
    expect(zip.length).toBe(sheet.bytes)
    const theirs = { ...input, providerId: 'care' }
    expect(await cloud.as(RIVAL).refused('booking.exportDay', theirs)).toBe('NOT_YOUR_SERVICE')
    expect(await cloud.as(elderAt(2)).refused('booking.exportDay', input)).toBe('NOT_ALLOWED')
  })

  test('figures are counted from the rows, by service and month, and small ages hidden', async () => {
    await cloud.advance(MINUTE)
    clock += MINUTE
    const rows = (await allOf<BookingDoc>(cloud, 'bookings')).filter(
      ({ serviceId, because }) => serviceId === 'check' && because !== 'changed',
    )
    const asked = { fromMonth: '2026-11', toMonth: '2026-11', serviceId: 'check' }
    const { services, ages, total } = await worker().ok('booking.useFigures', asked)
    expect(services).toMatchObject([
      {
        booked: rows.length,
        came: rows.filter(({ day }) => day && day.mark !== 'absent').length,
        absent: rows.filter(({ day }) => day?.mark === 'absent').length,
      },
    ])
    expect(total.booked).toBe(rows.length)
    expect(ages.find(({ band }) => band === 'unknown')?.count).toBe(total.booked - total.cancelled)
    const theirs = await cloud.as(RIVAL).ok('booking.useFigures', asked)
    expect(theirs.services).toEqual([])
    const week = await worker().ok('booking.listWeek', {})
    expect(
      week.days.find(({ day, serviceId }) => day === '2026-11-23' && serviceId === 'check'),
    ).toMatchObject({ came: total.came, absent: total.absent })
  })
})

describe('who does not come', () => {
  test('three times, books by the desk alone for a month; marks taken back in time do not count', async () => {
    const [elder, forgiven] = [someone(), someone()]
    await until(at(14, 30))
    const visits = []
    for (const hour of [15, 16, 17]) {
      visits.push(await bookCheck(cloud, elder, hour), await bookCheck(cloud, forgiven, hour))
    }
    await until(at(17, 15))
    for (const which of visits) await worker().ok('booking.markNoShow', which)
    await worker().ok('booking.undoMark', visits[1] ?? { bookingId: '', residentId: '' })
    const tomorrow = { slotId: checkSlot(18, 1) }
    // Nothing counts before the mark can be taken back no more.
    const early = await cloud.as(elder).ok('booking.reserve', { slotId: checkSlot(17, 1) })
    await until(at(18, 1))
    await until(at(24 + 10))
    expect(await cloud.as(elder).refused('booking.reserve', tomorrow)).toBe('BARRED')
    await cloud.as(forgiven).ok('booking.reserve', tomorrow)
    await cloud.as(STAFF, { onBehalfOf: residentOf(elder) }).ok('booking.reserve', tomorrow)
    const missed = (await told(elder)).filter(({ kind }) => kind === 'bookingMissed')
    expect(missed.length).toBe(3)
    const barred = missed.map((one) => ('barredUntil' in one ? one.barredUntil : undefined))
    expect(Math.max(...barred.map((one) => one ?? 0))).toBe(at(17) + 30 * 24 * HOUR)
    expect(await mine(elder, visits[0]?.bookingId ?? '')).toMatchObject({ state: 'absent' })
    expect(early.state).toBe('booked')
    expect(await worker().refused('booking.undoMark', visits[0] ?? visits[1]!)).toBe('TOO_LATE')
  })

  test('who had a visit the next day was reminded of it in the evening and in the morning', async () => {
    const reminded = (await told(elderAt(1))).filter(({ kind }) => kind === 'bookingReminder')
    const visit = { startsAt: at(24 + 11), place: '一楼' }
    const what = { bring: ['身份证'], prepare: ['早上空腹'] }
    expect(
      reminded.filter((one) => 'startsAt' in one && one.startsAt === at(24 + 11)),
    ).toMatchObject([
      { when: 'soon', ...visit, ...what },
      { when: 'eve', ...visit, ...what },
    ])
    expect((await told(CHILD)).filter(({ kind }) => kind === 'bookingReminder')).not.toEqual([])
    await holdsForBookings(cloud, { now: clock, settled: false })
  })
})
