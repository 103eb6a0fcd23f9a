import { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { useQuery } from '../../cloud/use-query'
import { cardPath, openMyBookings } from '../../lib/routes'
import { usePullRefresh } from '../../lib/use-pull-refresh'
import { Loaded } from '../../ui/loaded'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { Standstill } from '../../ui/standstill'
import { isAhead } from './booking.ahead'
import { cardOf } from './booking-page.format'
import { BOOKING_PAGE_TEXT as TEXT } from './booking-page.text'
import { spokenVisit } from './booking.spoken'
import { BOOKING_TEXT } from './booking.text'
import { BookingActions } from './booking-actions'
import { BookingFacts } from './booking-facts'
import { CancelSheet } from './cancel-sheet'
import { ServiceLines } from './service-lines'
import { Spaced } from './spaced'
import { useCancel } from './use-cancel'

/** One booking: all that is known of it, and what can be done about it. */
export function BookingView({ bookingId }: { bookingId: string }) {
  const query = useQuery('booking.viewBooking', { bookingId })
  usePullRefresh(query.refresh)
  const cancel = useCancel()
  const [said, setSaid] = useState<string>()
  const view = query.status === 'ready' ? query.data : undefined
  const now = query.status === 'ready' ? query.now : 0
  // The card leads home: the booking itself is for the person, and for who acts for them.
  useShareAppMessage(() => ({
    title: view ? cardOf(view, now) : TEXT.cardEmpty,
    path: cardPath(),
  }))
  const gone = query.status === 'error' && query.error.code === 'NOT_FOUND'

  return (
    <Screen
      title={TEXT.title}
      sheet={cancel.asked ? <CancelSheet {...cancel.sheet(cancel.asked, now)} /> : null}
      aloud={view && spokenVisit(view.booked, now)}
    >
      {gone ? (
        <Standstill
          icon="calendar"
          title={TEXT.notFound}
          say={TEXT.notFoundSay}
          action={{ say: TEXT.mine, onTap: () => void openMyBookings() }}
        />
      ) : (
        <Loaded
          load={query}
          skeleton={<Skeleton blocks={['tall', 'line', 'card', 'card']} />}
          onRetry={() => void query.refresh()}
        >
          {({ booked, service, cannot, ...view }, now) => (
            <>
              {cancel.said ? (
                <Spaced>
                  <Notice tone="plain" icon="check">
                    {BOOKING_TEXT.cancel.done}
                  </Notice>
                </Spaced>
              ) : null}
              {said ? (
                <Spaced>
                  <Notice tone="plain" icon="calendar">
                    {said}
                  </Notice>
                </Spaced>
              ) : null}
              <BookingFacts booked={booked} name={view.name} now={now} />
              {cannot ? (
                <Spaced>
                  <Notice tone="plain">{cannot.say}</Notice>
                </Spaced>
              ) : null}
              <BookingActions
                view={{ booked, service, ...view }}
                now={now}
                onCancel={() => cancel.ask(booked)}
                onSaid={setSaid}
              />
              {service && isAhead(booked, now) ? (
                <>
                  <ServiceLines title={TEXT.prepare} lines={service.prepare} />
                  <ServiceLines title={TEXT.bring} lines={service.bring} />
                </>
              ) : null}
            </>
          )}
        </Loaded>
      )}
    </Screen>
  )
}
