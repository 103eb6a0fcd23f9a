import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MINUTE } from '../../shared/time'
import type { AccountLine } from '../../../types/contract/booking-care'
import { accountedOf, type AccountRow, sumOf, sumsBy, sumsByGrade } from './account.rules'

const START = Date.UTC(2026, 10, 2, 1)
const NOW = Date.UTC(2026, 11, 1)

const proof = fc.constantFrom('code' as const, 'digits' as const, 'none' as const)
const end = (base: number) =>
  fc.record({
    at: fc.integer({ min: -60, max: 60 }).map((n) => base + n * MINUTE),
    proof,
    by: fc.constantFrom('a-1', 'a-2'),
  })

const rows: fc.Arbitrary<AccountRow[]> = fc
  .array(
    fc.integer({ min: 0, max: 25 }).chain((n) => {
      const startsAt = START + n * 24 * 60 * MINUTE
      const endsAt = startsAt + 90 * MINUTE
      return fc.record({
        residentId: fc.constantFrom('r-1', 'r-2', 'r-3'),
        serviceName: fc.constantFrom('助浴', '陪诊'),
        startsAt: fc.constant(startsAt),
        endsAt: fc.constant(endsAt),
        state: fc.constantFrom('booked' as const, 'booked' as const, 'cancelled' as const),
        priceFen: fc.constantFrom(1_000, 2_000),
        subsidy: fc.option(
          fc.record({
            entitlementId: fc.constant('e'),
            unit: fc.constantFrom('voucher' as const, 'minute' as const),
            units: fc.constantFrom(1, 90),
            month: fc.constant('2026-11'),
          }),
          { nil: undefined },
        ),
        visit: fc.option(
          fc.record({ in: end(startsAt), out: end(endsAt) }, { requiredKeys: ['in'] }),
          { nil: undefined },
        ),
      })
    }),
    { maxLength: 30 },
  )
  .map(
    (all) =>
      all.map((one, n) => ({
        ...one,
        _id: `b-${n}`,
        listKey: `b-${n}`,
      })) as unknown as AccountRow[],
  )

const flat = ({ visits, minutes, vouchers, unitMinutes, copayFen }: AccountLine) => [
  ...[visits, minutes, copayFen],
  ...[vouchers, unitMinutes].flatMap(({ paid, unpaid, open }) => [paid, unpaid, open]),
]
const added = (lines: readonly AccountLine[]) =>
  lines.map(flat).reduce((sum, one) => sum.map((n, i) => n + (one[i] ?? 0)), flat(sumOf([])))

test('every way to add up a month is the sum of its rows', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const visits = accountedOf(all, NOW)
      const paid = all.filter(({ state, subsidy }) => state === 'booked' && subsidy)
      expect(visits.length).toBe(paid.length)
      const total = sumOf(visits)
      const units = (unit: string) =>
        paid.reduce((sum, { subsidy }) => sum + (subsidy?.unit === unit ? subsidy.units : 0), 0)
      const of = ({ paid: p, unpaid, open }: AccountLine['vouchers']) => p + unpaid + open
      expect(of(total.vouchers)).toBe(units('voucher'))
      expect(of(total.unitMinutes)).toBe(units('minute'))
      expect(added(sumsByGrade(visits))).toEqual(flat(total))
      for (const key of ['serviceName', 'residentId'] as const) {
        const lines = sumsBy(visits, (visit) => visit[key]).map(({ line }) => line)
        expect(added(lines)).toEqual(flat(total))
      }
      // C is never paid without somebody having looked.
      for (const { grade, pay } of visits) if (grade === 'C') expect(pay).toBe('open')
    }),
  )
})
