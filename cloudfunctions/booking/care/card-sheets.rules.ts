import type { CareVisit } from '../../../types/contract/booking-care'
import { momentText } from '../../shared/time'
import type { Cell, Sheet } from './account-sheets.rules'
import { CARE_TEXT } from './care.text'

const TEXT = CARE_TEXT.cards

/** A visit that is still to be proved, with the digits of its two ends. */
export type CardVisit = Pick<CareVisit, 'name' | 'home' | 'serviceName' | 'startsAt' | 'endsAt'> & {
  comes: string
  goes: string
}

/** In two groups, so that they are read out and typed without a slip. */
const spaced = (digits: string): string => `${digits.slice(0, 3)} ${digits.slice(3)}`

const clock = (at: number): string => momentText(at).slice(11, 16)
const span = ({ startsAt, endsAt }: CardVisit): string => `${clock(startsAt)}–${clock(endsAt)}`

/**
 * A day's visits for the desk: a list to call from, with a column for a tick, and below each other the cards that
 * somebody cuts apart and brings to those without a phone.
 */
export const cardSheets = (day: string, visits: readonly CardVisit[]): Sheet[] => [
  { title: TEXT.list, rows: listRows(day, visits) },
  { title: TEXT.cards, rows: visits.flatMap((visit) => cardRows(day, visit)) },
]

function listRows(day: string, visits: readonly CardVisit[]): Cell[][] {
  const { time, name, home, service, comes, goes, called } = TEXT.columns
  return [
    [TEXT.title(day)],
    [],
    [time, name, home, service, comes, goes, called],
    ...visits.map((visit) => [
      span(visit),
      visit.name,
      visit.home ?? '',
      visit.serviceName,
      spaced(visit.comes),
      spaced(visit.goes),
      '',
    ]),
  ]
}

function cardRows(day: string, visit: CardVisit): Cell[][] {
  const { comes, goes } = TEXT.columns
  return [
    [{ big: visit.name }, visit.home ?? ''],
    [visit.serviceName, `${day} ${span(visit)}`],
    [comes, { big: spaced(visit.comes) }],
    [goes, { big: spaced(visit.goes) }],
    [TEXT.keep],
    [],
  ]
}
