import type { Accounts } from '../../../types/contract/announcement-content'
import type { DisclosureRow } from '../../../types/contract/announcement-reading'
import { dayOf } from '../../shared/time'
import type { AnnouncementDoc, FormerDoc } from '../announcement.docs'
import { DISCLOSURE_TEXT } from './disclosure.text'

/** Disclosures (财务公开, 居务公开): by year, with their sums, and as tables to be taken away. */

/** The year it is about: of the accounts, or else of publishing. */
export function yearOf({
  publishedAt = 0,
  said,
}: Pick<AnnouncementDoc, 'publishedAt'> & { said?: { accounts?: { period: string } } }): number {
  return Number((said?.accounts?.period ?? dayOf(publishedAt)).slice(0, 4))
}

const sumOf = (lines: Accounts['income']): number => lines.reduce((sum, { fen }) => sum + fen, 0)

export function presentDisclosure(doc: AnnouncementDoc): DisclosureRow {
  const { _id, said, from, publishedAt = 0, corrections } = doc
  const { title, category, accounts } = said
  return {
    announcementId: _id,
    title,
    category,
    from,
    publishedAt,
    corrected: corrections.length > 0,
    ...(accounts
      ? {
          period: accounts.period,
          income: sumOf(accounts.income),
          spending: sumOf(accounts.spending),
        }
      : {}),
  }
}

/** A cell: a text, or an amount in yuan. */
export type Cell = string | number

export interface AccountsSheet {
  title: string
  rows: Cell[][]
}

/** The accounts as they stand, and before each correction, the newest first; versions without any are left out. */
export function sheetsOf(doc: AnnouncementDoc, formers: readonly FormerDoc[]): AccountsSheet[] {
  const { said, corrections } = doc
  const before = formers.flatMap((former, i) => {
    const correction = corrections[i]
    if (!correction || !former.said.accounts) return []
    const { formerSheet, until, because } = DISCLOSURE_TEXT
    return [
      {
        title: formerSheet(i + 1),
        rows: [
          [until, dayOf(correction.at)],
          [because, correction.reason],
          ...rowsOf(former.said.title, former.said.accounts),
        ],
      },
    ]
  })
  const now = said.accounts
    ? [{ title: DISCLOSURE_TEXT.sheet, rows: rowsOf(said.title, said.accounts) }]
    : []
  return [...now, ...before.reverse()]
}

function rowsOf(title: string, { period, income, spending }: Accounts): Cell[][] {
  const {
    income: inWords,
    spending: outWords,
    sum,
    period: periodWord,
    left,
    unit,
  } = DISCLOSURE_TEXT
  const yuan = (fen: number): number => fen / 100
  const part = (heading: string, lines: Accounts['income']): Cell[][] => [
    [heading, unit],
    ...lines.map(({ name, fen }): Cell[] => [name, yuan(fen)]),
    [sum, yuan(sumOf(lines))],
    [],
  ]
  return [
    [title],
    [periodWord, period],
    [],
    ...part(inWords, income),
    ...part(outWords, spending),
    [left, yuan(sumOf(income) - sumOf(spending))],
  ]
}
