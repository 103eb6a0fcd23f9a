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

interface EntitlementCardProps {
  one: Entitled
  onChange: () => void
  onEnd: () => void
}

/** One entitlement: what for, how much a month, and what of it is used. */
export function EntitlementCard({ one, onChange, onEnd }: EntitlementCardProps) {
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
      {months
        .filter(({ over }) => over > 0)
        .map(({ month, over }) => (
          <Notice key={month} tone="warn">
            {TEXT.over(TEXT.month(month), say(over))}
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
    </Stack>
  )
}
