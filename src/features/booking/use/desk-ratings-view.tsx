import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Rated } from '../../../../types/contract/booking-visits'
import { ForRoles } from '../../../cloud/for-roles'
import { usePages } from '../../../cloud/use-pages'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Desk } from '../../../ui/desk'
import { Loaded } from '../../../ui/loaded'
import { LoadMore } from '../../../ui/load-more'
import { Notice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Say, Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
import { CARE_ROLES } from '../care/care-roles'
import { RatedCard } from './rated-card'
import { ServiceFilter } from './service-filter'
import { USE_TEXT } from './use.text'

const TEXT = USE_TEXT.ratings

/** What people said of services, newest first; staff decide on words that the check was unsure of. */
export function DeskRatingsView() {
  return (
    <Screen own title={TEXT.title}>
      <ForRoles roles={CARE_ROLES}>{() => <Ratings />}</ForRoles>
    </Screen>
  )
}

function Ratings() {
  const [serviceId, setServiceId] = useState<string>()
  const pages = usePages('booking.listRatings', serviceId === undefined ? {} : { serviceId })
  const [said, setSaid] = useState<string>()
  usePullRefresh(pages.first.refresh)
  const reviewed = (reply: Rated) => {
    pages.change((one) => (one.ratingId === reply.ratingId ? reply : one))
    setSaid(reply.words === undefined ? TEXT.refused : TEXT.allowed)
  }
  const choose = (chosen: string | undefined) => {
    setSaid(undefined)
    setServiceId(chosen)
  }
  return (
    <Desk side={<ServiceFilter chosen={serviceId} onChoose={choose} />}>
      <Loaded
        load={pages.first}
        skeleton={<Skeleton blocks={['line', 'card', 'card', 'card']} />}
        onRetry={() => void pages.first.refresh()}
      >
        {() =>
          pages.items.length === 0 ? (
            <Standstill icon="chat" title={TEXT.empty} say={TEXT.emptySay} />
          ) : (
            <Stack>
              <Say>{TEXT.nameless}</Say>
              {said ? (
                <Notice tone="plain" icon="check">
                  {said}
                </Notice>
              ) : null}
              <View className="rated-list">
                {pages.items.map((rated) => (
                  <RatedCard key={rated.ratingId} rated={rated} onReviewed={reviewed} />
                ))}
              </View>
              <LoadMore pages={pages} say={TEXT.more} />
            </Stack>
          )
        }
      </Loaded>
    </Desk>
  )
}
