import { demoSlot } from '../support/services'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COLLECTIONS } from '../../cloudfunctions/shared/collections'
import { ERROR_TEXT } from '../../types/contract/errors.text'
import { HOUR, MONDAY_9, newTap, openSlots, startTestCloud, type TestCloud } from '../support/cloud'
import { snapshot } from '../support/database'

/** Every way to call wrongly has its own code and sentence, and writes nothing. */

let cloud: TestCloud
let slotId: string
let pastSlotId: string
let before: Record<string, unknown[]>

const everything = () => snapshot(cloud, Object.keys(COLLECTIONS))

beforeAll(async () => {
  cloud = await startTestCloud()
  const [open] = await openSlots(cloud, 'chunxiao-health-check')
  slotId = open?.slotId ?? ''
  pastSlotId = demoSlot('health-check', 'clinic1', '2026-11-20', '09:00')
  before = await everything()
})
afterAll(() => cloud.close())

const reserve = (input: unknown, more: object = {}) => ({
  op: 'booking.reserve',
  input,
  tapId: newTap(),
  ...more,
})

const cases: [what: string, event: () => unknown, code: string, fields?: string[]][] = [
  ['no event', () => null, 'BAD_EVENT'],
  ['a list', () => [1, 2], 'BAD_EVENT'],
  ['a text', () => '"booking.reserve"', 'BAD_EVENT'],
  ['no op', () => ({ input: {} }), 'BAD_EVENT'],
  ['an op that is no text', () => ({ op: { $ne: 1 } }), 'BAD_EVENT'],
  ['a tapId that is no text', () => reserve({ slotId }, { tapId: 7 }), 'BAD_EVENT'],
  ['a tapId too short', () => reserve({ slotId }, { tapId: 'x' }), 'BAD_EVENT'],
  ['a tapId with operators', () => reserve({ slotId }, { tapId: 'taps.$.of.all' }), 'BAD_EVENT'],
  ['an unknown operation', () => ({ op: 'booking.destroy' }), 'UNKNOWN_OPERATION'],
  ['a word every object has', () => ({ op: 'booking.constructor' }), 'UNKNOWN_OPERATION'],
  ['another function’s operation', () => ({ op: 'account.me' }), 'UNKNOWN_OPERATION'],
  ['a bare name', () => ({ op: 'reserve' }), 'UNKNOWN_OPERATION'],
  ['no input', () => ({ op: 'booking.reserve', tapId: newTap() }), 'BAD_INPUT', ['slotId']],
  ['an input that is a list', () => reserve([slotId]), 'BAD_INPUT'],
  ['a slot that is a number', () => reserve({ slotId: 5 }), 'BAD_INPUT', ['slotId']],
  ['a slot that is a condition', () => reserve({ slotId: { $ne: '' } }), 'BAD_INPUT', ['slotId']],
  ['a slot with an operator', () => reserve({ slotId: '$where' }), 'BAD_INPUT', ['slotId']],
  ['a note that is an object', () => reserve({ slotId, note: {} }), 'BAD_INPUT', ['note']],
  [
    'a note of 5,000 characters',
    () => reserve({ slotId, note: '长'.repeat(5_000) }),
    'TOO_LARGE',
    ['note'],
  ],
  [
    'two wrong fields',
    () => reserve({ slotId: 5, note: '长'.repeat(5_000) }),
    'BAD_INPUT',
    ['slotId', 'note'],
  ],
  ['an event over 256 KB', () => reserve({ slotId, note: '长'.repeat(100_000) }), 'TOO_LARGE'],
  [
    'a day that does not exist',
    () => ({
      op: 'booking.listSlots',
      input: { serviceId: 'chunxiao-health-check', fromDay: '2026-02-30', toDay: '2026-03-01' },
    }),
    'BAD_INPUT',
    ['fromDay'],
  ],
  [
    'a page of services after nothing',
    () => ({ op: 'booking.listServices', input: { after: 'abc' } }),
    'BAD_INPUT',
    ['after'],
  ],
  [
    'a page of my bookings after an operator',
    () => ({ op: 'booking.listMine', input: { after: '$gt' } }),
    'BAD_INPUT',
    ['after'],
  ],
  [
    'a page of slots after a number',
    () => ({
      op: 'booking.listSlots',
      input: {
        serviceId: 'chunxiao-health-check',
        fromDay: '2026-11-20',
        toDay: '2026-11-21',
        after: 5,
      },
    }),
    'BAD_INPUT',
    ['after'],
  ],
  [
    'a day of another century',
    () => ({
      op: 'booking.listSlots',
      input: { serviceId: 'chunxiao-health-check', fromDay: '0001-01-01', toDay: '0001-01-02' },
    }),
    'BAD_INPUT',
    ['fromDay', 'toDay'],
  ],
  ['an unknown slot', () => reserve({ slotId: 'no-such-slot' }), 'NOT_FOUND'],
  [
    'an unknown service',
    () => ({ op: 'booking.viewService', input: { serviceId: 'nothing' } }),
    'NOT_FOUND',
  ],
  [
    'an unknown booking',
    () => ({ op: 'booking.cancel', input: { bookingId: `${slotId}_0123` }, tapId: newTap() }),
    'NOT_FOUND',
  ],
  [
    'no booking’s id at all',
    () => ({ op: 'booking.cancel', input: { bookingId: 'x' }, tapId: newTap() }),
    'NOT_FOUND',
  ],
  ['a slot in the past', () => reserve({ slotId: pastSlotId }), 'SLOT_PAST'],
]

describe('a wrong call', () => {
  test.each(cases)('%s', async (_what, event, code, fields) => {
    const answer = await cloud.send('booking', event(), 'demo-resident')
    if (!('result' in answer)) throw new Error(answer.errMsg)
    const { error } = answer.result
    expect(error).toMatchObject({ code, message: ERROR_TEXT[code as keyof typeof ERROR_TEXT] })
    expect(error?.requestId).not.toBe('')
    expect(Object.keys(error?.fields ?? {}).sort()).toEqual(
      [...(fields ?? Object.keys(error?.fields ?? {}))].sort(),
    )
    for (const sentence of Object.values(error?.fields ?? {}))
      expect(sentence).toMatch(/[\u4e00-\u9fff].*。$/)
  })

  test('without an identity', async () => {
    const answer = await cloud.send('booking', reserve({ slotId }))
    expect(answer).toMatchObject({ result: { error: { code: 'NO_IDENTITY' } } })
  })

  test('to a function that does not exist', async () => {
    expect(await cloud.send('nothing', reserve({ slotId }), 'demo-resident')).toMatchObject({
      errCode: -501000,
    })
  })

  test('by someone who says to be the timer', async () => {
    for (const openid of ['demo-resident', 'demo-staff', 'demo-stranger', undefined]) {
      const answer = await cloud.send(
        'ticker',
        { Type: 'Timer', TriggerName: 'everyMinute' },
        openid,
      )
      expect(answer).toMatchObject({ result: { error: { code: 'NOT_ALLOWED' } } })
    }
  })

  test('none of them wrote anything', async () => {
    expect(await everything()).toEqual(before)
  })
})

test('what goes wrong inside is INTERNAL, with a request id that finds its log line and nothing of the data', async () => {
  await cloud.setFault({ op: 'booking.listMine', action: 'getDocument', mode: 'error' })
  const reply = await cloud.as('demo-elder').call('booking.listMine', {})
  expect(reply.error).toMatchObject({ code: 'INTERNAL', message: ERROR_TEXT.INTERNAL })
  const line = cloud.logs.find(
    (text) => text.includes(reply.error?.requestId ?? '?') && text.includes('"fact":"failed"'),
  )
  expect(line).toContain('booking.listMine')
  expect(line).not.toContain('demo-elder')
})

test('logs hold ids and codes only', async () => {
  await cloud.as('demo-elder').ok('home.view', {})
  await cloud.as('demo-elder').call('booking.reserve', { slotId, note: '我的私事' })
  const own = cloud.logs.filter((line) => line.includes('"fact"'))
  expect(own.length).toBeGreaterThan(0)
  for (const line of own) expect(line).not.toMatch(/demo-elder|王秀兰|我的私事|503室/)
})

test('a call that takes too long is told so, and starts nothing after its reply', async () => {
  const slow = await startTestCloud({ latencyMs: 4_000 })
  try {
    const reply = await slow.as('demo-elder').call('booking.reserve', {
      slotId: demoSlot('health-talk', 'centre2', '2026-11-27', '14:30'),
    })
    expect(reply.error).toMatchObject({ code: 'TIMEOUT', message: ERROR_TEXT.TIMEOUT })
    expect(
      slow.logs.some(
        (line) => line.includes(reply.error?.requestId ?? '?') && line.includes('TIMEOUT'),
      ),
    ).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 5_000))
    expect((await slow.stats()).afterReturn).toBe(0)
  } finally {
    await slow.close()
  }
}, 40_000)

test('moving the clock past a slot closes it', async () => {
  const [soon] = await openSlots(cloud, 'chunxiao-health-check')
  await cloud.sleep((soon?.startsAt ?? 0) - MONDAY_9 + 1)
  expect(
    await cloud.as('demo-resident').refused('booking.reserve', { slotId: soon?.slotId ?? '' }),
  ).toBe('SLOT_PAST')
  expect((soon?.startsAt ?? 0) - MONDAY_9).toBeLessThanOrEqual(24 * HOUR)
})
