import type { Visit } from '../../../types/contract/booking-visits'
import { momentText } from '../../shared/time'
import { EXPORT_HEADS, MARK_TEXT, WHO_ANSWERS } from './visits.text'

/** A cell: a text, an amount in yuan, or nothing. */
export type Cell = string | number

/** The day's list: a line of headings, and one for each visit. */
export const linesOf = (visits: readonly Visit[]): Cell[][] => [
  [...EXPORT_HEADS],
  ...visits.map((visit): Cell[] => [
    momentText(visit.startsAt).slice(11),
    momentText(visit.endsAt).slice(11),
    visit.serviceName,
    visit.name,
    visit.home ?? visit.place,
    saidIn(visit),
    visit.mark ? MARK_TEXT[visit.mark] : '',
    visit.priceFen / 100,
    visit.paid ? visit.paid.fen / 100 : '',
    visit.paid?.receiptNo ?? '',
  ]),
]

const saidIn = ({ note, answers = [] }: Visit): string =>
  [...(note ? [note] : []), ...answers.map(({ ask, answer }) => WHO_ANSWERS(ask, answer))].join(
    '；',
  )

/** A text that a program for tables would take for a formula is written as a text. */
const plain = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const quoted = (cell: Cell): string =>
  typeof cell === 'number' ? cell.toFixed(2) : `"${plain(cell).replaceAll('"', '""')}"`

/** Comma-separated values (RFC 4180), with the mark by which programs know UTF-8. */
export const csvOf = (lines: readonly (readonly Cell[])[]): string =>
  `\uFEFF${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`
