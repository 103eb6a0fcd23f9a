import type { Contract } from '../../../types/contract'
import type {
  AnnouncementRow,
  AnnouncementView,
} from '../../../types/contract/announcement-reading'
import { formatYuan } from '../../lib/money.format'
import { formatMoment } from '../../lib/time.format'
import { formatPeriod, formatWhen, linesOf, marksOf, sumOf } from './announcement.format'
import { ANNOUNCEMENT_TEXT as TEXT } from './announcement.text'

/** A row as it is heard. */
export const spokenRow = (row: AnnouncementRow, now: number): string =>
  [
    row.title,
    ...marksOf(row).map(({ say }) => say),
    TEXT.category[row.category],
    row.from,
    formatMoment(row.publishedAt, now),
  ]
    .filter((said, index, all) => all.indexOf(said) === index)
    .join('，')

export const spokenRows = (rows: readonly AnnouncementRow[], now: number): string =>
  rows.map((row) => spokenRow(row, now)).join('。')

/** What home says of announcements: the titles of those it shows. */
export function spokenAnnouncements({
  announcement,
}: Contract['home.view']['output']): string | undefined {
  const { rows } = announcement
  if (rows.length === 0) return undefined
  return TEXT.home.spoken(
    rows.map(({ title, category }) =>
      category === 'emergency' ? `${TEXT.category.emergency}，${title}` : title,
    ),
  )
}

export type Published = Extract<AnnouncementView, { state: 'published' }>

/** The whole announcement: whose it is, its words, when and where, its sums, and what to do. */
export function spokenAnnouncement(view: Published, now: number): string {
  const { title, from, publishedAt, blocks, place, when, accounts, pictures, asks, expired } = view
  return [
    title,
    `${from}，${formatMoment(publishedAt, now)}`,
    ...(when ? [`${TEXT.view.when}，${formatWhen(when, now)}`] : []),
    ...(place ? [`${TEXT.view.place}，${place}`] : []),
    ...linesOf(blocks),
    ...pictures.map(({ name }) => `${TEXT.view.pictures}，${name}`),
    ...(accounts
      ? [
          TEXT.accounts.spoken(
            formatPeriod(accounts.period),
            formatYuan(sumOf(accounts.income)),
            formatYuan(sumOf(accounts.spending)),
          ),
        ]
      : []),
    ...(asks && !expired ? [TEXT.view[asks.do]] : []),
  ].join('。')
}
