import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Booked } from '../../../types/contract/booking'
import { useCommand } from '../../cloud/use-command'
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
import { Standstill } from '../../ui/standstill'
import { isAhead } from './booking.ahead'
import { showBooked } from './booking.cache'
import './my-bookings-view.css'
import { spokenVisit } from './booking.spoken'
import { BOOKING_TEXT } from './booking.text'
import { BookedTicket } from './booked-ticket'
import { CancelSheet } from './cancel-sheet'

const TEXT = BOOKING_TEXT.mine

/** What I have booked: what is ahead first. */
export function MyBookingsView() {
  const acting = useActing()
  const pages = usePages('booking.listMine')
  const cancel = useCommand('booking.cancel')
  const [asked, setAsked] = useState<Booked>()
  const [said, setSaid] = useState(false)
  usePullRefresh(pages.first.refresh)

  const ask = (booked: Booked) => {
    cancel.forget()
    setSaid(false)
    setAsked(booked)
  }
  const act = async (before: Booked) => {
    const result = await cancel.run({ bookingId: before.bookingId })
    if (!result?.ok) return
    showBooked({ booked: result.data, before, now: result.now, whom: result.whom })
    setAsked(undefined)
    setSaid(true)
  }
  const list = (items: Booked[], title: string, look: 'tickets' | 'past-list', now: number) =>
    items.length === 0 ? null : (
      <Section title={title}>
        <View className={look}>
          {items.map((booked) => (
            <BookedTicket key={booked.bookingId} booked={booked} now={now} onCancel={ask} />
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
            .map((item) => spokenVisit(item, first.now)),
        )
      : undefined
  const sheet =
    asked && pages.first.status === 'ready' ? (
      <CancelSheet
        booked={asked}
        now={pages.first.now}
        error={cancel.error}
        busy={cancel.says(BOOKING_TEXT.cancel.acting)}
        onStay={() => setAsked(undefined)}
        onAct={() => void act(asked)}
      />
    ) : null

  return (
    <Screen title={acting ? TEXT.titleFor(acting.name) : TEXT.title} sheet={sheet} aloud={spoken}>
      {said ? (
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
          pages.items.length === 0 ? (
            <Standstill
              icon="calendar"
              title={TEXT.empty}
              say={TEXT.emptySay}
              action={{ say: TEXT.pick, onTap: () => void openServices() }}
            />
          ) : (
            <>
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
