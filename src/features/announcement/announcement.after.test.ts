import { describe, expect, test } from 'vitest'
import type { AnnouncementRow } from '../../../types/contract/announcement-reading'
import { homeAfter, rowAfter } from './announcement.after'

const row = (announcementId: string, more: Partial<AnnouncementRow> = {}): AnnouncementRow => ({
  announcementId,
  title: '停水',
  category: 'notice',
  from: '春晓社区',
  publishedAt: 1,
  pinned: false,
  unread: true,
  corrected: false,
  ...more,
})
const opened = { announcementId: 'a', done: { openedAt: 2 }, whom: undefined }
const confirmed = { ...opened, done: { openedAt: 2, confirmedAt: 3 } }

describe('a list after one of its announcements was read', () => {
  test('it is unread no more; the others are as they were', () => {
    expect(rowAfter(row('a'), opened).unread).toBe(false)
    expect(rowAfter(row('b'), opened)).toEqual(row('b'))
  })

  test('what must be confirmed waits on until it is', () => {
    const must = { do: 'confirm', done: false } as const
    expect(rowAfter(row('a', { must }), opened).must?.done).toBe(false)
    expect(rowAfter(row('a', { must }), confirmed).must?.done).toBe(true)
  })
})

describe('home after one was read', () => {
  const home = { rows: [row('a')], unread: 3, toDo: 1 }
  const asks = { do: 'confirm', choices: [] } as const

  test('one less is unread, and one less waits once it was confirmed', () => {
    expect(homeAfter(home, { unread: true, asks: { ...asks, choices: [] } }, opened)).toMatchObject(
      {
        unread: 2,
        toDo: 1,
      },
    )
    const before = { unread: false, asks: { ...asks, choices: [], done: { openedAt: 2 } } }
    expect(homeAfter(home, before, confirmed)).toMatchObject({ unread: 3, toDo: 0 })
  })

  test('a choice that is changed counts once', () => {
    const before = {
      unread: false,
      asks: { do: 'choose' as const, choices: ['参加', '不参加'], done: { choice: '参加' } },
    }
    const did = { ...opened, done: { choice: '不参加' } }
    expect(homeAfter(home, before, did)).toMatchObject({ unread: 3, toDo: 1 })
  })

  test('nothing falls below zero', () => {
    expect(homeAfter({ rows: [], unread: 0, toDo: 0 }, { unread: true }, opened).unread).toBe(0)
  })
})
