import type { Contract } from '../../../types/contract'
import type { Slot } from '../../../types/contract/booking'
import { useKnown } from '../../cloud/use-query'
import { useActing } from '../../lib/acting'
import { formatPrice } from '../../lib/money.format'
import { backToService } from '../../lib/routes'
import { Fact } from '../../ui/card'
import { useElder } from '../../ui/elder'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { Standstill } from '../../ui/standstill'
import { BookingSteps } from './booking-steps'
import { spokenVisit } from './booking.spoken'
import { BOOKING_TEXT } from './booking.text'
import { paidOnSite } from './booking.wish'
import { WAITING_TEXT } from './booking.waiting.text'
import { ConfirmDone } from './confirm-done'
import { ConfirmFooter } from './confirm-footer'
import { ConfirmWishes } from './confirm-wishes'
import { ForWhom } from './for-whom'
import { KeptNotice } from './kept-notice'
import { PayFact } from './pay-fact'
import { Ticket } from './ticket'
import { type Confirm, useConfirm } from './use-confirm'
import { WaitingNotice } from './waiting-notice'

const TEXT = BOOKING_TEXT.confirm

interface ConfirmViewProps {
  serviceId: string
  slotId: string
  /** The slot's day. */
  day: string
}

/**
 * The last look before a place is taken, for whoever it is chosen to be for: each begins afresh. Of a full slot it is
 * the look before one waits for it, and of a place that is kept, the one before it is taken or declined.
 */
export function ConfirmView(props: ConfirmViewProps) {
  return <ConfirmFor key={useActing()?.residentId ?? 'me'} {...props} />
}

function ConfirmFor({ serviceId, slotId, day }: ConfirmViewProps) {
  const confirm = useConfirm(serviceId, slotId, day)
  const { load, refresh, slot, view, done, subsidised, waitable } = confirm
  const name = useKnown('home.view', {}, { as: 'me' })?.me.name
  const acting = useActing()
  const elder = useElder()
  const otherTime = () => void backToService(serviceId)

  if (done) return <ConfirmDone {...done} forName={acting?.name} onOtherTime={otherTime} />
  return (
    <Screen
      title={waitable ? WAITING_TEXT.screen : TEXT.title}
      footer={slot && view ? <ConfirmFooter confirm={confirm} onOtherTime={otherTime} /> : null}
      aloud={
        slot && view && load.status === 'ready'
          ? spokenOf({ ...confirm, slot, view }, load.now, acting?.name)
          : undefined
      }
    >
      {elder ? <BookingSteps current={3} /> : null}
      <ForWhom serviceId={serviceId} />
      <Loaded
        load={load}
        skeleton={<Skeleton blocks={['tall', 'line', 'row', 'card']} />}
        onRetry={() => void refresh()}
      >
        {(view, now) =>
          slot ? (
            <>
              <Ticket
                name={view.service.name}
                startsAt={slot.startsAt}
                endsAt={slot.endsAt}
                place={view.service.place}
                now={now}
              >
                <Fact icon="person" label={TEXT.who(view.service.where)}>
                  {acting ? TEXT.other(acting.name) : TEXT.self(name)}
                </Fact>
                <PayFact service={view.service} subsidised={subsidised} />
              </Ticket>
              {slot.offerUntil === undefined ? null : (
                <KeptNotice until={slot.offerUntil} now={now} />
              )}
              {waitable ? (
                <WaitingNotice slot={slot} />
              ) : (
                <ConfirmWishes confirm={confirm} slot={slot} view={view} now={now} />
              )}
            </>
          ) : (
            <Standstill
              icon="calendar"
              title={TEXT.gone}
              say={TEXT.goneSay}
              action={{ say: TEXT.pickOther, onTap: otherTime }}
            />
          )
        }
      </Loaded>
    </Screen>
  )
}

type Looked = Pick<Confirm, 'waitable' | 'subsidised'> & {
  slot: Slot
  view: Contract['booking.viewService']['output']
}

/** What is looked at, as it is heard. */
function spokenOf(
  { slot, view: { service }, waitable, subsidised }: Looked,
  now: number,
  forName: string | undefined,
): string {
  const visit = spokenVisit({ ...slot, serviceName: service.name, place: service.place }, now)
  if (waitable) return lineSpoken(visit, slot)
  const price = formatPrice(paidOnSite(service, subsidised))
  return TEXT.spoken([...(forName ? [TEXT.forSomebody(forName)] : []), visit, price])
}

/** How the line of a full slot stands, as it is heard. */
const lineSpoken = (visit: string, { inLine, waiting = 0 }: Slot): string =>
  inLine === undefined
    ? WAITING_TEXT.spokenLine(visit, WAITING_TEXT.title, WAITING_TEXT.waiting(waiting))
    : WAITING_TEXT.spokenLine(visit, WAITING_TEXT.joined(inLine), WAITING_TEXT.joinedSay)
