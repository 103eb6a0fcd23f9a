import { describe, expect, test } from 'vitest'
import { smallService } from '../../../test/support/services'
import { HOUR, momentOf } from '../../shared/time'
import type { ClosureDoc, ServiceDoc } from '../booking.docs'
import { slotIdOf } from '../booking.rules'
import type { PlannedTime } from './patterns.rules'
import { replan, type SlotAhead } from './replan.rules'

const NINE = momentOf('2026-11-24', '09:00')
const where = { communityId: 'c', region: 'd/s/c' }
const service = (more: Partial<ServiceDoc> = {}) => smallService(where, { version: 2, ...more })

const time = (hours: number, more: Partial<PlannedTime> = {}): PlannedTime => ({
  patternId: 'p1',
  placeId: 'room',
  place: '一楼',
  startsAt: NINE + hours * HOUR,
  endsAt: NINE + (hours + 1) * HOUR,
  capacity: 4,
  ...more,
})

const there = (hours: number, more: Partial<SlotAhead> = {}): SlotAhead => ({
  _id: slotIdOf('service', 'room', NINE + hours * HOUR),
  startsAt: NINE + hours * HOUR,
  endsAt: NINE + (hours + 1) * HOUR,
  capacity: 4,
  left: 4,
  state: 'open',
  place: '一楼',
  placeId: 'room',
  serviceVersion: 2,
  patternId: 'p1',
  queue: [],
  offers: [],
  outbox: [],
  ...more,
})

const plan = (
  planned: PlannedTime[],
  found: SlotAhead[],
  closures: ClosureDoc[] = [],
  of = service(),
) => replan(of, planned, found, closures)

const NOTHING = { missing: [], gone: [], resized: [], stale: [] }

describe('re-planning', () => {
  test('leaves alone what is as it should be', () => {
    expect(plan([time(0), time(1)], [there(0), there(1)])).toEqual(NOTHING)
  })

  test('adds what is missing, with the service’s own terms', () => {
    const { missing, ...rest } = plan([time(0), time(1)], [there(0)])
    expect(missing).toMatchObject([{ _id: there(1)._id, capacity: 4, left: 4, state: 'open' }])
    expect(rest).toEqual({ gone: [], resized: [], stale: [] })
  })

  test('takes away what is free and planned no more', () => {
    expect(plan([], [there(0)]).gone).toEqual([{ ids: [there(0)._id], to: { capacity: 4 } }])
  })

  test.each<[string, Partial<SlotAhead>]>([
    ['has somebody', { left: 3 }],
    ['is waited for', { queue: [{}] }],
    ['is offered to somebody', { offers: [{}] }],
    ['has something still to be told', { outbox: [{}] }],
  ])('leaves what %s, though nothing plans it', (_, more) => {
    expect(plan([], [there(0, more)])).toEqual(NOTHING)
  })

  test('plans nothing across one that stays', () => {
    const planned = time(0.5)
    expect(plan([planned], [there(0, { left: 3 })])).toEqual(NOTHING)
    expect(plan([planned], [there(0)]).missing.length).toBe(1)
    expect(plan([{ ...planned, placeId: 'yard' }], [there(0, { left: 3 })]).missing.length).toBe(1)
  })

  test('of a taken one the capacity grows and never shrinks', () => {
    const taken = there(0, { left: 1 })
    expect(plan([time(0, { capacity: 9 })], [taken]).resized).toEqual([
      { ids: [taken._id], to: { capacity: 9, from: 4, free: false } },
    ])
    expect(plan([time(0, { capacity: 2 })], [taken]).resized).toEqual([])
    expect(plan([time(0, { capacity: 2 })], [there(0)]).resized).toEqual([
      { ids: [taken._id], to: { capacity: 2, from: 4, free: true } },
    ])
  })

  test('what is older than the service follows it, all of one kind together', () => {
    const old = [there(0, { serviceVersion: 1 }), there(1, { serviceVersion: 1, left: 2 })]
    expect(plan([time(0), time(1)], old).stale).toEqual([
      { ids: old.map(({ _id }) => _id), to: { place: '一楼', paused: false, closed: false } },
    ])
  })

  test('only a free one lasts longer', () => {
    const old = [there(0, { serviceVersion: 1 }), there(2, { serviceVersion: 1, left: 2 })]
    const longer = [time(0, { endsAt: NINE + 2 * HOUR }), time(2, { endsAt: NINE + 4 * HOUR })]
    expect(plan(longer, old).stale.map(({ to }) => to.longer)).toEqual([
      { by: HOUR, capacity: 4 },
      undefined,
    ])
  })

  test('a new one on a closed day begins closed', () => {
    const closure = { _id: 'c1', of: 'provider', ofId: 'provider', state: 'closed' }
    const from = momentOf('2026-11-24')
    const closed = { ...closure, from, to: from + 24 * HOUR } as ClosureDoc
    expect(plan([time(0)], [], [closed]).missing).toMatchObject([
      { state: 'closed', closureId: 'c1' },
    ])
    const opened = { ...closed, state: 'reopened' } as ClosureDoc
    expect(plan([time(0)], [], [opened]).missing).toMatchObject([{ state: 'open' }])
    const other = { ...closed, ofId: 'another' }
    expect(plan([time(0)], [], [other]).missing).toMatchObject([{ state: 'open' }])
  })
})
