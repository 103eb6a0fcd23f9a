import { expect, test } from 'vitest'
import { monthsBack, settledSaid, unitsSaid } from './units.format'

test('units as people say them', () => {
  expect(unitsSaid('voucher', 3)).toBe('3张券')
  expect(unitsSaid('minute', 120)).toBe('2小时')
  expect(unitsSaid('minute', 90)).toBe('90分钟')
})

test('months back, over a new year', () => {
  expect(monthsBack('2027-01', 3)).toEqual(['2027-01', '2026-12', '2026-11'])
})

test('what was used is said only where something was', () => {
  const none = { paid: 0, unpaid: 0, open: 0 }
  const line = {
    visits: 1,
    minutes: 60,
    vouchers: { paid: 1, unpaid: 0, open: 2 },
    unitMinutes: none,
    copayFen: 0,
  }
  expect(settledSaid('minute', line)).toBeUndefined()
  expect(settledSaid('voucher', line)).toBe('结算1张券，待核2张券')
})
