import type { Entitled } from '../../../../types/contract/booking-care'
import { Badge } from '../../../ui/badge'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Heading, Say, Stack } from '../../../ui/stack'
import { BOOKING_TEXT } from '../booking.text'
import { CARE_TEXT } from './care.text'
import { unitsSaid } from './units.format'

const TEXT = CARE_TEXT.entitlements

/** What one entitlement is for. */
export const kindSaid = ({ need, serviceId, serviceName }: Partial<Entitled>): string =>
  serviceId !== undefined
    ? TEXT.only(serviceName ?? '')
    : need !== undefined
      ? BOOKING_TEXT.need[need]
      : TEXT.any

/** What one entitlement is for, how much of it there is a month, and what is left, in one breath. */
export const entitlementSaid = ({ unit, perMonth, months, ...one }: Entitled): string => {
  const say = (n: number) => unitsSaid(unit, n)
  return [
    `${kindSaid(one)}，${TEXT.perMonth(say(perMonth))}`,
    ...months.map(({ month, used, left }) => TEXT.used(TEXT.month(month), say(used), say(left))),
  ].join('。')
}

interface EntitlementCardProps {
  one: Entitled
  /** For staff, who may. */
  keep?: { onChange: () => void; onEnd: () => void }
}

/** One entitlement: what for, how much a month, and what of it is used. */
export function EntitlementCard({ one, keep }: EntitlementCardProps) {
  const { unit, perMonth, fromDay, untilDay, state, months } = one
  const say = (n: number) => unitsSaid(unit, n)
  return (
    <Stack card>
      <Heading>{`${kindSaid(one)}，${TEXT.perMonth(say(perMonth))}`}</Heading>
      <Badge tone={state === 'holds' ? 'accent' : 'plain'}>{TEXT.state[state]}</Badge>
      <Say>{TEXT.term(fromDay, untilDay)}</Say>
      {months.map(({ month, used, left }) => (
        <Say key={month}>{TEXT.used(TEXT.month(month), say(used), say(left))}</Say>
      ))}
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
