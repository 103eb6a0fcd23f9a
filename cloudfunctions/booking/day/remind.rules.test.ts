import { expect, test } from 'vitest'
import { momentOf, momentText } from '../../shared/time'
import { nextReminder } from './remind.rules'

const START = momentOf('2026-11-26', '09:30')

const said = (now: string, start = START, after?: 'eve' | 'soon') => {
  const [day = '', time = ''] = now.split(' ')
  const next = nextReminder(start, momentOf(day, time), after ? { after } : {})
  return next && `${next.remind} ${momentText(next.remindAt)}`
}

test.each([
  ['days before', '2026-11-23 09:00', 'eve 2026-11-25 18:00'],
  ['in the evening before', '2026-11-25 20:10', 'eve 2026-11-25 20:10'],
  [
    'in the night before: both would ring in the morning',
    '2026-11-25 23:00',
    'soon 2026-11-26 07:30',
  ],
  ['early on the day, of a visit later on it', '2026-11-26 06:30', 'soon 2026-11-26 07:30'],
  ['an hour before: only the second is left', '2026-11-26 08:30', 'soon 2026-11-26 08:30'],
  ['when it begins', '2026-11-26 09:30', undefined],
])('first, booked %s', (_, now, next) => {
  expect(said(now)).toBe(next)
})

test('after the first comes the second, and after that none', () => {
  expect(said('2026-11-25 18:00', START, 'eve')).toBe('soon 2026-11-26 07:30')
  expect(said('2026-11-26 07:31', START, 'soon')).toBeUndefined()
})

test('where the night hides the second, the first has to do', () => {
  const early = momentOf('2026-11-26', '07:00')
  expect(said('2026-11-25 18:00', early)).toBe('eve 2026-11-25 18:00')
  expect(said('2026-11-25 18:00', early, 'eve')).toBeUndefined()
})
