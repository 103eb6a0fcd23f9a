import { View } from '@tarojs/components'
import type { Booked } from '../../../types/contract/booking'
import { usePages } from '../../cloud/use-pages'
import { useActing } from '../../lib/acting'
import { openServices } from '../../lib/routes'
import { usePullRefresh } from '../../lib/use-pull-refresh'
import { Section } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { LoadMore } from '../../ui/load-more'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { Say } from '../../ui/stack'
import { Standstill } from '../../ui/standstill'
import { AFTER_TEXT } from './after/after.text'
import { isAhead } from './booking.ahead'
import './my-bookings-view.css'
import { spokenVisit } from './booking.spoken'
import { BOOKING_TEXT } from './booking.text'
import { byUrgency } from './booking.line'
import { WAITING_TEXT } from './booking.waiting.text'
import { BookedTicket } from './booked-ticket'
import { doneBySaid } from './done-by.format'
import { CancelSheet } from './cancel-sheet'
import { useCancel } from './use-cancel'
import { WaitsList } from './waits-list'

const TEXT = BOOKING_TEXT.mine

/** What I have booked: what is ahead first. */
export function MyBookingsView() {
  const acting = useActing()
  const pages = usePages('booking.listMine')
  const cancel = useCancel()
  usePullRefresh(pages.first.refresh)

  const list = (items: Booked[], title: string, look: 'tickets' | 'past-list', now: number) =>
    items.length === 0 ? null : (
      <Section title={title}>
        {items.some(({ state }) => state === 'done') ? (
          <View className="past-hint">
            <Say>{AFTER_TEXT.hint}</Say>
          </View>
        ) : null}
        <View className={look}>
          {items.map((booked) => (
            <BookedTicket key={booked.bookingId} booked={booked} now={now} onCancel={cancel.ask} />
          ))}
        </View>
      </Section>
    )

  const first = pages.first
  const spoken =
    first.status === 'ready' && pages.items.length > 0
      ? TEXT.spoken(
          pages.items
            .filter((item) => isAhead(item, first.now))
            .map((item) =>
              [spokenVisit(item, first.now), doneBySaid(item)].filter(Boolean).join('，'),
            ),
        )
      : undefined
  const sheet =
    cancel.asked && first.status === 'ready' ? (
      <CancelSheet {...cancel.sheet(cancel.asked, first.now)} />
    ) : null
  const waits = first.status === 'ready' ? byUrgency(first.data.waits, first.now) : []

  return (
    <Screen title={acting ? TEXT.titleFor(acting.name) : TEXT.title} sheet={sheet} aloud={spoken}>
      {cancel.said ? (
        <Notice tone="plain" icon="check">
          {BOOKING_TEXT.cancel.done}
        </Notice>
      ) : null}
      <Loaded
        load={pages.first}
        skeleton={<Skeleton blocks={['line', 'tall', 'line', 'card', 'card']} />}
        onRetry={() => void pages.first.refresh()}
      >
        {(_, now) =>
          pages.items.length === 0 && waits.length === 0 ? (
            <Standstill
              icon="calendar"
              title={TEXT.empty}
              say={TEXT.emptySay}
              action={{ say: TEXT.pick, onTap: () => void openServices() }}
            />
          ) : (
            <>
              {waits.length > 0 ? (
                <Section title={WAITING_TEXT.section}>
                  <WaitsList waits={waits} now={now} />
                </Section>
              ) : null}
              {list(
                pages.items.filter((item) => isAhead(item, now)),
                TEXT.ahead,
                'tickets',
                now,
              )}
              {list(
                pages.items.filter((item) => !isAhead(item, now)),
                TEXT.others,
                'past-list',
                now,
              )}
              <LoadMore pages={pages} say={TEXT.more} />
            </>
          )
        }
      </Loaded>
    </Screen>
  )
}
