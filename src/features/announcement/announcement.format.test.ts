import { describe, expect, test } from 'vitest'
import type { AnnouncementRow } from '../../../types/contract/announcement-reading'
import {
  fileNameOf,
  formatPeriod,
  formatSize,
  formatWhen,
  isDone,
  linesOf,
  marksOf,
} from './announcement.format'

/** 2026-11-23 09:00 in the communities' zone. */
const NOW = Date.UTC(2026, 10, 23, 1)

const row: AnnouncementRow = {
  announcementId: 'a',
  title: '停水',
  category: 'notice',
  from: '春晓社区',
  publishedAt: NOW,
  pinned: false,
  unread: false,
  corrected: false,
}
const marks = (more: Partial<AnnouncementRow>) => marksOf({ ...row, ...more }).map(({ say }) => say)

describe('what a row says of itself', () => {
  test.each([
    [{}, []],
    [{ unread: true }, ['未读']],
    [{ unread: true, must: { do: 'confirm', done: false } }, ['要确认']],
    [{ must: { do: 'choose', done: true } }, ['已选']],
    [{ unread: true, must: { do: 'read', done: false } }, ['要看']],
    [{ category: 'emergency', unread: true, pinned: true }, ['紧急', '未读', '置顶']],
    [{ corrected: true }, ['更正过']],
  ] as const)('%j: %j', (more, said) => {
    expect(marks(more)).toEqual(said)
  })
})

test.each([
  ['read', {}, false],
  ['read', { openedAt: 1 }, true],
  ['confirm', { openedAt: 1 }, false],
  ['confirm', { confirmedAt: 1 }, true],
  ['choose', { confirmedAt: 1 }, false],
  ['choose', { choice: '参加' }, true],
] as const)('to %s with %j done is %s', (what, done, is) => {
  expect(isDone(what, done)).toBe(is)
})

test.each([
  ['2026', '2026年'],
  ['2026-Q3', '2026年第三季度'],
  ['2026-09', '2026年9月'],
])('the accounts of %s are called %s', (period, said) => {
  expect(formatPeriod(period)).toBe(said)
})

test('when it takes place', () => {
  expect(formatWhen({ day: '2026-11-24', time: '14:30' }, NOW)).toBe('明天 下午2:30')
  expect(formatWhen({ day: '2026-11-28' }, NOW)).toBe('11月28日 周六')
})

test('a body is heard line by line', () => {
  expect(
    linesOf([
      { kind: 'heading', runs: [{ text: '停水' }] },
      { kind: 'list', ordered: false, items: [[{ text: '接好' }, { text: '水', bold: true }]] },
    ]),
  ).toEqual(['停水', '接好水'])
})

test('a file has its ending once, and its size in words', () => {
  expect(fileNameOf({ name: '节目单', ending: 'pdf' })).toBe('节目单.pdf')
  expect(fileNameOf({ name: '节目单.PDF', ending: 'pdf' })).toBe('节目单.PDF')
  expect([300, 356_000, 2_500_000].map(formatSize)).toEqual(['1 KB', '348 KB', '2.4 MB'])
})
