import { View } from '@tarojs/components'
import { useQuery } from '../../cloud/use-query'
import { LostCard } from '../../features/account/lost.card'
import { Who } from '../../features/account/who'
import { useHomesUnread } from '../../features/message/use-unread'
import { usePullRefresh } from '../../lib/use-pull-refresh'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { HOME_CARDS, NEWCOMER_CARDS } from './cards'
import { spokenHome } from './spoken'
import './index.css'

/** Who I am, what is ahead, and the large entries: the cards of the features, from one call. */
export default function HomePage() {
  const query = useQuery('home.view', {})
  usePullRefresh(query.refresh)
  useHomesUnread(query.status === 'ready' ? query.data : undefined)
  const ready = query.status === 'ready' ? query : undefined
  return (
    <Screen tab="home">
      <Who
        me={ready?.data.me}
        now={ready?.now}
        aloud={ready && spokenHome(ready.data, ready.now)}
      />
      <View className="home">
        <LostCard />
        <Loaded
          load={query}
          skeleton={<Skeleton blocks={['card', 'line', 'row', 'row', 'row']} />}
          onRetry={() => void query.refresh()}
        >
          {(view, now) =>
            (view.me.state === 'newcomer' ? NEWCOMER_CARDS : HOME_CARDS).map((HomeCard, index) => (
              <HomeCard key={index} view={view} now={now} />
            ))
          }
        </Loaded>
      </View>
    </Screen>
  )
}
