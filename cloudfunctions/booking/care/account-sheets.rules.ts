import type { AccountLine } from '../../../types/contract/booking-care'
import { momentText } from '../../shared/time'
import { type Accounted, sumOf, sumsBy, sumsByGrade } from './account.rules'
import { CARE_TEXT as TEXT } from './care.text'

/** `big`: set in large letters, to be read across a table. */
export type Cell = string | number | { big: string }

export interface Sheet {
  title: string
  rows: Cell[][]
}

interface About {
  provider: string
  month: string
  /** By residentId; absent where nobody is named. */
  names: ReadonlyMap<string, string> | undefined
}

/** A month's account as sheets: sums by grade, service and person, and each visit. */
export const sheetsOf = (visits: readonly Accounted[], about: About): Sheet[] => [
  { title: TEXT.sheets.sums, rows: sumRows(visits, about) },
  { title: TEXT.sheets.visits, rows: visitRows(visits, about) },
]

const { columns } = TEXT
const UNITS = ['paid', 'unpaid', 'open'] as const

function sumRows(visits: readonly Accounted[], { provider, month, names }: About): Cell[][] {
  const head: Cell[] = [
    columns.what,
    columns.visits,
    columns.minutes,
    ...UNITS.map((key) => columns.vouchers[key]),
    ...UNITS.map((key) => columns.unitMinutes[key]),
    columns.copay,
  ]
  return [
    [TEXT.title(provider, TEXT.month(month))],
    [],
    head,
    lineOf(TEXT.total, sumOf(visits)),
    ...sumsByGrade(visits).map(({ grade, ...line }) => lineOf(TEXT.grade(grade), line)),
    [],
    head,
    ...sumsBy(visits, ({ serviceName }) => serviceName).map(({ key, line }) => lineOf(key, line)),
    ...(names
      ? [
          [],
          head,
          ...sumsBy(visits, ({ residentId }) => residentId).map(({ key, line }) =>
            lineOf(names.get(key) ?? TEXT.nobody, line),
          ),
        ]
      : []),
  ]
}

const lineOf = (what: string, line: AccountLine): Cell[] => [
  what,
  line.visits,
  line.minutes,
  ...UNITS.map((key) => line.vouchers[key]),
  ...UNITS.map((key) => line.unitMinutes[key]),
  line.copayFen / 100,
]

function visitRows(visits: readonly Accounted[], { names }: About): Cell[][] {
  const { name, ...others } = TEXT.visit
  const { day, ...more } = others
  return [
    [day, ...(names ? [name] : []), ...Object.values(more)],
    ...visits.map((visit) => {
      const { startsAt, endsAt, inAt, outAt, proofIn, proofOut, grade, flags, units, unit } = visit
      const hour = (at: number | undefined) =>
        at === undefined ? '' : momentText(at).slice(11, 16)
      const proof = (kind: typeof proofIn) => (kind === undefined ? '' : TEXT.proof[kind])
      return [
        momentText(startsAt).slice(0, 10),
        ...(names ? [names.get(visit.residentId) ?? TEXT.nobody] : []),
        visit.serviceName,
        `${hour(startsAt)}–${hour(endsAt)}`,
        hour(inAt),
        proof(proofIn),
        hour(outAt),
        proof(proofOut),
        grade,
        [
          ...flags.map((flag) => TEXT.flags[flag]),
          ...(visit.noProof ? [TEXT.noProof[visit.noProof]] : []),
        ].join('、'),
        units,
        TEXT.unit[unit],
        TEXT.pay[visit.pay],
        visit.check?.say ?? '',
      ]
    }),
  ]
}
