import { Text } from '@tarojs/components'
import { useState } from 'react'
import { updateQuery } from '../../../cloud/query-cache'
import { useQuery } from '../../../cloud/use-query'
import { useActing } from '../../../lib/acting'
import { openMyBookings } from '../../../lib/routes'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Section } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Say, Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
import { BOOKING_PAGE_TEXT } from '../booking-page.text'
import { AFTER_TEXT as TEXT } from './after.text'
import type { Rating } from './rating-form'
import { RatingPart } from './rating-part'
import './rating.css'

/**
 * After a visit: what was written of it, and how it was. It opens at a tap and not with the booking: a helper's look
 * stands in the trail. Who may not read the one may still say the other.
 */
export function AfterVisitView({ bookingId }: { bookingId: string }) {
  const acting = useActing()
  const query = useQuery('booking.viewResult', { bookingId })
  usePullRefresh(query.refresh)
  // Of who may not read what there was before: what they have said since.
  const [said, setSaid] = useState<Rating>()
  const show = (rating: Rating, whom: string | undefined) =>
    updateQuery('booking.viewResult', { bookingId }, whom, (view) => ({ ...view, rating }))
  const code = query.status === 'error' ? query.error.code : undefined
  const view = query.status === 'ready' ? query.data : undefined
  const part = { bookingId, name: acting?.name }
  return (
    <Screen title={TEXT.title} aloud={view && (view.text ?? TEXT.noResult)}>
      {code === 'NOT_FOUND' ? (
        <Standstill
          icon="calendar"
          title={BOOKING_PAGE_TEXT.notFound}
          say={BOOKING_PAGE_TEXT.notFoundSay}
          action={{ say: BOOKING_PAGE_TEXT.mine, onTap: () => void openMyBookings() }}
        />
      ) : code === 'NOT_ALLOWED' ? (
        <Stack>
          <Notice tone="plain" icon="shield">
            {TEXT.notYours}
          </Notice>
          <RatingPart {...part} rating={said} mayRate now={said?.until ?? 0} onRated={setSaid} />
        </Stack>
      ) : (
        <Loaded
          load={query}
          skeleton={<Skeleton blocks={['line', 'card', 'tall']} />}
          onRetry={() => void query.refresh()}
        >
          {({ text, rating, mayRate }, now) => (
            <>
              <Section title={TEXT.result}>
                <Stack card>
                  {text === undefined ? (
                    <Say>{TEXT.noResult}</Say>
                  ) : (
                    <ResultText text={text} helped={acting !== undefined} />
                  )}
                </Stack>
              </Section>
              <Section title={TEXT.rating}>
                <RatingPart {...part} {...{ rating, mayRate, now }} onRated={show} />
              </Section>
            </>
          )}
        </Loaded>
      )}
    </Screen>
  )
}

/** Written by the provider, with who else reads it. */
function ResultText({ text, helped }: { text: string; helped: boolean }) {
  return (
    <>
      <Text userSelect className="result-text">
        {text}
      </Text>
      <Say>{helped ? TEXT.fromWhomFor : TEXT.fromWhom}</Say>
    </>
  )
}
