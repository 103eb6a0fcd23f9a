import type { DisclosureRow } from '../../../types/contract/announcement-reading'
import { formatYuan } from '../../lib/money.format'
import { formatPeriod, originOf } from './announcement.format'
import { ANNOUNCEMENT_TEXT } from './announcement.text'

/** The sums of one, '收入1,200元，支出900元'; nothing where it has no accounts. */
export const sumsOf = ({ income, spending }: DisclosureRow): string | undefined =>
  income === undefined || spending === undefined
    ? undefined
    : ANNOUNCEMENT_TEXT.disclosures.sums(formatYuan(income), formatYuan(spending))

/** One disclosure as it is heard. */
export const spokenDisclosure = (row: DisclosureRow, now: number): string =>
  [
    row.title,
    ANNOUNCEMENT_TEXT.category[row.category],
    ...(row.period ? [formatPeriod(row.period)] : []),
    sumsOf(row),
    ...(row.corrected ? [ANNOUNCEMENT_TEXT.marks.corrected] : []),
    originOf(row, now),
  ]
    .filter(Boolean)
    .join('，')
