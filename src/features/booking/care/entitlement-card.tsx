import type { Entitled } from '../../../../types/contract/booking-care'
import { Button } from '../../../ui/button'
import { Facts } from '../../../ui/facts'
import { Notice } from '../../../ui/notice'
import { Heading, Stack } from '../../../ui/stack'
import { BOOKING_TEXT } from '../booking.text'
import { CARE_TEXT } from './care.text'
import { formatLongDay } from '../../../lib/time.format'
import { unitsSaid } from './units.format'

const TEXT = CARE_TEXT.entitlements

/** What one entitlement is for. */
export const kindSaid = ({ need, serviceId, serviceName }: Partial<Entitled>): string =>
  serviceId !== undefined
    ? TEXT.only(serviceName ?? '')
    : need !== undefined
      ? BOOKING_TEXT.need[need]
      : TEXT.any

/** What is left in a month, and what was used. */
const monthSaid = ({ unit }: Entitled, { used, left }: Entitled['months'][number]): string =>
  TEXT.left(unitsSaid(unit, left), unitsSaid(unit, used))

/** What one entitlement is for, how much of it there is a month, and what is left, in one breath. */
export const entitlementSaid = (one: Entitled): string =>
  [
    `${kindSaid(one)}，${TEXT.perMonth(unitsSaid(one.unit, one.perMonth))}`,
    ...one.months.map((of) => `${TEXT.month(of.month)}${monthSaid(one, of)}`),
  ].join('。')

interface EntitlementCardProps {
  one: Entitled
  /** For staff, who may. */
  keep?: { onChange: () => void; onEnd: () => void }
}

/** One entitlement: what for, how much a month, and what of it is left. */
export function EntitlementCard({ one, keep }: EntitlementCardProps) {
  const { unit, perMonth, fromDay, untilDay, state, months } = one
  return (
    <Stack card>
      <Heading>{kindSaid(one)}</Heading>
      <Facts
        rows={[
          { label: TEXT.amountLabel, value: unitsSaid(unit, perMonth) },
          ...(state === 'over'
            ? []
            : months.map((of) => ({ label: TEXT.month(of.month), value: monthSaid(one, of) }))),
          {
            label: TEXT.termLabel,
            value: TEXT.term(formatLongDay(fromDay), formatLongDay(untilDay)),
          },
          ...(state === 'holds' ? [] : [{ label: TEXT.stateLabel, value: TEXT.state[state] }]),
        ]}
      />
      {keep ? <Keeping one={one} {...keep} /> : null}
    </Stack>
  )
}

/** For staff: what was booked beyond it, and the ways to change and to end it. */
function Keeping({
  one,
  onChange,
  onEnd,
}: { one: Entitled } & NonNullable<EntitlementCardProps['keep']>) {
  const { unit, months, state } = one
  return (
    <>
      {months
        .filter(({ over }) => over > 0)
        .map(({ month, over }) => (
          <Notice key={month} tone="warn">
            {TEXT.over(TEXT.month(month), unitsSaid(unit, over))}
          </Notice>
        ))}
      {state === 'over' ? null : (
        <>
          <Button kind="second" label={`${TEXT.change} ${kindSaid(one)}`} onTap={onChange}>
            {TEXT.change}
          </Button>
          <Button kind="danger" label={`${TEXT.end} ${kindSaid(one)}`} onTap={onEnd}>
            {TEXT.end}
          </Button>
        </>
      )}
    </>
  )
}
