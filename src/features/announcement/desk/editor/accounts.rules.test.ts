import { expect, test } from 'vitest'
import {
  accountsDraftOf,
  accountsOf,
  accountsProblemOf,
  partOfPeriod,
  sumOf,
} from './accounts.rules'

const LINES = [
  { name: '停车费', yuan: '1200.50' },
  { name: ' ', yuan: '' },
]

test('accounts go to the cloud and come back', () => {
  const draft = { period: '2026-Q3', income: LINES, spending: [] }
  const accounts = accountsOf(draft)
  expect(accounts).toEqual({
    period: '2026-Q3',
    income: [{ name: '停车费', fen: 120050 }],
    spending: [],
  })
  expect(accountsDraftOf(accounts, '2020').income).toEqual([{ name: '停车费', yuan: '1200.50' }])
  expect(sumOf(LINES)).toBe(120050)
})

test('without a line there are none', () => {
  expect(accountsOf({ period: '2026', income: [LINES[1]!], spending: [] })).toBeUndefined()
})

test.each([
  [{ name: '', yuan: '3' }, 'name'],
  [{ name: '停车费', yuan: '三块' }, 'money'],
  [{ name: '', yuan: '' }, undefined],
] as const)('%j: %s', (line, problem) => {
  expect(accountsProblemOf({ period: '2026', income: [line], spending: [] })).toBe(problem)
})

test('a period says what it is of', () => {
  expect(['2026', '2026-Q3', '2026-09'].map(partOfPeriod)).toEqual(['year', 'quarter', 'month'])
})
