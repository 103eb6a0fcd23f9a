import { useQuery } from '../../cloud/use-query'
import { Homes } from '../../features/account/homes'
import { MeHead } from '../../features/account/me-head'
import { usePullRefresh } from '../../lib/use-pull-refresh'
import { List } from '../../ui/list'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { ME_ENTRIES } from './entries'
import { ME_TEXT } from './me.text'

/** Who I am, and the ways to all that is mine. The rows need no network. */
export default function MePage() {
  const query = useQuery('account.me', {})
  usePullRefresh(query.refresh)
  return (
    <Screen title={ME_TEXT.title} tab="me">
      <Loaded
        load={query}
        skeleton={<Skeleton blocks={['card']} />}
        onRetry={() => void query.refresh()}
      >
        {(me) => (
          <>
            <MeHead me={me} />
            <Homes me={me} />
          </>
        )}
      </Loaded>
      <List>
        {ME_ENTRIES.map((Entry, index) => (
          <Entry key={index} />
        ))}
      </List>
    </Screen>
  )
}
