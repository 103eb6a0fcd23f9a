import type { AccountedVisit, AccountLine, Grade } from '../../../types/contract/booking-care'
import { MINUTE } from '../../shared/time'
import type { BookingDoc } from '../booking.docs'
import { apartOf, endsOf, flagsOf, gradeOf, isOver, payOf } from './visit.rules'

/** A row as the account reads it. */
export type AccountRow = Pick<
  BookingDoc,
  | '_id'
  | 'residentId'
  | 'serviceName'
  | 'startsAt'
  | 'endsAt'
  | 'state'
  | 'priceFen'
  | 'subsidy'
  | 'visit'
  | 'listKey'
>

/** A visit in the account, with what the sums need of it. */
export interface Accounted extends AccountedVisit {
  minutes: number
  copayFen: number
  listKey: string
}

/**
 * The visits of these rows that the government pays for and that are over. `rows` are all of a provider's in the
 * time, whoever paid for them: a worker's other visits tell of overlaps too, and those to a home of where it is.
 */
export const accountedOf = (rows: readonly AccountRow[], now: number): Accounted[] => {
  const workers = groupBy(rows, ({ visit }) => visit?.in?.by)
  const homes = groupBy(rows, ({ visit }) => visit?.homeMark)
  return rows.flatMap((row) => {
    const { subsidy, visit } = row
    if (!subsidy || !isOver(row, now)) return []
    const flags = flagsOf(row, {
      ofWorker: workers.get(visit?.in?.by ?? '') ?? [],
      ofHome: homes.get(visit?.homeMark ?? '') ?? [],
    })
    const apart = apartOf(visit)
    const reason = visit?.in?.reason ?? visit?.out?.reason
    const { _id, residentId, serviceName, startsAt, endsAt, listKey } = row
    return {
      bookingId: _id,
      ...{ residentId, serviceName, startsAt, endsAt, listKey },
      ...endsOf(visit),
      ...(reason ? { noProof: reason } : {}),
      ...(apart === undefined ? {} : { apart }),
      grade: gradeOf(visit),
      flags,
      pay: payOf(visit, flags),
      unit: subsidy.unit,
      units: subsidy.units,
      ...(visit?.check
        ? { check: { at: visit.check.at, result: visit.check.result, say: visit.check.say } }
        : {}),
      minutes: visit?.in && visit.out ? Math.floor((visit.out.at - visit.in.at) / MINUTE) : 0,
      copayFen: row.priceFen ?? 0,
    }
  })
}

function groupBy(
  rows: readonly AccountRow[],
  keyOf: (row: AccountRow) => string | undefined,
): Map<string, AccountRow[]> {
  const found = new Map<string, AccountRow[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === undefined) continue
    const group = found.get(key)
    if (group) group.push(row)
    else found.set(key, [row])
  }
  return found
}

/** What somebody has to look at, or has looked at. */
export const isForLooking = ({ pay, check }: AccountedVisit): boolean =>
  pay === 'open' || check !== undefined

const nothing = (): AccountLine => ({
  visits: 0,
  minutes: 0,
  vouchers: { paid: 0, unpaid: 0, open: 0 },
  unitMinutes: { paid: 0, unpaid: 0, open: 0 },
  copayFen: 0,
})

/** The sum of visits. What people pay on site counts where somebody came. */
export function sumOf(visits: readonly Accounted[]): AccountLine {
  const line = nothing()
  for (const { unit, units, pay, minutes, copayFen, inAt } of visits) {
    line.visits++
    line.minutes += minutes
    line[unit === 'voucher' ? 'vouchers' : 'unitMinutes'][pay] += units
    if (inAt !== undefined) line.copayFen += copayFen
  }
  return line
}

/** Sums by something, in the order in which it comes first. */
export function sumsBy<Key extends string>(
  visits: readonly Accounted[],
  keyOf: (visit: Accounted) => Key,
): { key: Key; line: AccountLine }[] {
  const groups = new Map<Key, Accounted[]>()
  for (const visit of visits) {
    const key = keyOf(visit)
    const group = groups.get(key)
    if (group) group.push(visit)
    else groups.set(key, [visit])
  }
  return [...groups].map(([key, group]) => ({ key, line: sumOf(group) }))
}

const GRADES: readonly Grade[] = ['A', 'B', 'C']

/** Every grade has its line, so that a month without one shows that too. */
export const sumsByGrade = (visits: readonly Accounted[]) =>
  GRADES.map((grade) => ({ grade, ...sumOf(visits.filter((visit) => visit.grade === grade)) }))
