import { useState } from 'react'
import type { Contract } from '../../../types/contract'
import type { Booked, Slot } from '../../../types/contract/booking'
import { useCommand } from '../../cloud/use-command'
import { useQuery } from '../../cloud/use-query'
import { goBack } from '../../lib/routes'
import { Button } from '../../ui/button'
import { Done } from '../../ui/done'
import { Loaded } from '../../ui/loaded'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { whenOf } from './booking-page.format'
import { BOOKING_PAGE_TEXT } from './booking-page.text'
import { showMoved } from './booking.cache'
import { spokenVisit } from './booking.spoken'
import { ChangeSheet } from './change-sheet'
import { ChangeSlots } from './change-slots'
import { Ticket } from './ticket'

const TEXT = BOOKING_PAGE_TEXT.changing

interface ChangeTimeViewProps {
  bookingId: string
  serviceId: string
}

/** Another time for a booking: the place one has is given back only when the new one is there. */
export function ChangeTimeView({ bookingId, serviceId }: ChangeTimeViewProps) {
  const booking = useQuery('booking.viewBooking', { bookingId })
  const service = useQuery('booking.viewService', { serviceId })
  const change = useCommand('booking.change')
  const [picked, setPicked] = useState<Slot>()
  const [done, setDone] = useState<{ booked: Booked; now: number }>()

  const act = async (from: Booked, { slotId }: Slot) => {
    const result = await change.run({ bookingId: from.bookingId, slotId })
    if (!result?.ok) return
    showMoved(from, result.data, result.now, result.whom)
    setPicked(undefined)
    setDone({ booked: result.data, now: result.now })
  }
  const pick = (slot: Slot) => {
    change.forget()
    setPicked(slot)
  }

  if (done) return <Changed {...done} />
  const from = booking.status === 'ready' ? booking.data.booked : undefined
  const now = booking.status === 'ready' ? booking.now : 0
  return (
    <Screen
      title={TEXT.title}
      aloud={from && nowSaid(from, now)}
      sheet={
        from && picked ? (
          <ChangeSheet
            from={from}
            to={picked}
            now={now}
            error={change.error}
            busy={change.says(TEXT.acting)}
            onStay={() => setPicked(undefined)}
            onAct={() => void act(from, picked)}
          />
        ) : null
      }
    >
      <Loaded
        load={booking}
        skeleton={<Skeleton blocks={['line', 'card', 'card']} />}
        onRetry={() => void booking.refresh()}
      >
        {({ booked, canChange, cannot }, now) => (
          <>
            <Notice tone="plain" icon="clock">
              {nowSaid(booked, now)}
            </Notice>
            {canChange ? (
              <Loaded
                load={service}
                skeleton={<Skeleton blocks={['line', 'card']} />}
                onRetry={() => void service.refresh()}
              >
                {(view: Contract['booking.viewService']['output'], now) => (
                  <ChangeSlots view={view} now={now} onPick={pick} />
                )}
              </Loaded>
            ) : cannot ? (
              <Notice tone="warn">{cannot.say}</Notice>
            ) : null}
          </>
        )}
      </Loaded>
    </Screen>
  )
}

/** What one has now, and that it stays until there is another. */
const nowSaid = ({ startsAt }: Booked, now: number): string =>
  `${TEXT.now} ${whenOf(startsAt, now)}。${TEXT.say}`

function Changed({ booked, now }: { booked: Booked; now: number }) {
  return (
    <Screen
      title={TEXT.title}
      aloud={[TEXT.done, spokenVisit(booked, now), TEXT.doneSay].join('。')}
      footer={<Button onTap={() => void goBack()}>{TEXT.back}</Button>}
    >
      <Done title={TEXT.done} say={TEXT.doneSay} />
      <Ticket
        name={booked.serviceName}
        startsAt={booked.startsAt}
        endsAt={booked.endsAt}
        place={booked.place}
        now={now}
      />
    </Screen>
  )
}
