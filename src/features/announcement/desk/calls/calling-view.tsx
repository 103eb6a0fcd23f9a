import type { ReactNode } from 'react'
import { useQuery } from '../../../../cloud/use-query'
import { openDeskCallList } from '../../../../lib/routes'
import { formatMoment } from '../../../../lib/time.format'
import { usePullRefresh } from '../../../../lib/use-pull-refresh'
import { Wide } from '../../../../ui/desk'
import { List } from '../../../../ui/list'
import { Loaded } from '../../../../ui/loaded'
import { PickRow } from '../../../../ui/pick-row'
import { Screen } from '../../../../ui/screen'
import { Skeleton } from '../../../../ui/skeleton'
import { Stack } from '../../../../ui/stack'
import { Standstill } from '../../../../ui/standstill'
import { AtPost } from '../at-post'
import { CALLERS, type Post } from '../desk-roles.rules'
import { CALLS_TEXT as TEXT } from './calls.text'

interface CallingViewProps {
  /** Other calls that wait. */
  below: ReactNode
  sheet: ReactNode
}

/** For whoever calls on people: the announcements whose lists stand. */
export function CallingView({ below, sheet }: CallingViewProps) {
  return (
    <Screen own title={TEXT.title} sheet={sheet}>
      <AtPost roles={CALLERS}>
        {(post, _, choice) => (
          <Wide>
            <Stack>
              {choice}
              <Calling post={post} />
              {below}
            </Stack>
          </Wide>
        )}
      </AtPost>
    </Screen>
  )
}

function Calling({ post }: { post: Post }) {
  const query = useQuery('announcement.listCalling', { region: post.region })
  usePullRefresh(query.refresh)
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['row', 'row', 'row']} />}
      onRetry={() => void query.refresh()}
    >
      {({ items }, now) =>
        items.length === 0 ? (
          <Standstill icon="phone" title={TEXT.empty} say={TEXT.emptySay} />
        ) : (
          <List>
            {items.map(({ announcementId, region, title, people, left, making, callFrom }) => (
              <PickRow
                key={announcementId}
                title={title}
                say={left > 0 ? TEXT.left(left, people) : making ? TEXT.making : TEXT.allReached}
                more={TEXT.from(formatMoment(callFrom, now))}
                onTap={() => void openDeskCallList(region, announcementId)}
              />
            ))}
          </List>
        )
      }
    </Loaded>
  )
}
