import { useQuery } from '../../cloud/use-query'
import { goBack } from '../../lib/routes'
import { usePullRefresh } from '../../lib/use-pull-refresh'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { spokenEntry } from './directory.spoken'
import { DIRECTORY_TEXT } from './directory.text'
import { EntryBody } from './entry-body'

/** One entry of my list. */
export function EntryView({ entryId }: { entryId: string }) {
  const query = useQuery('directory.viewEntry', { entryId })
  usePullRefresh(query.refresh)
  const gone = query.status === 'error' && query.error.code === 'NOT_FOUND'
  return (
    <Screen
      title={DIRECTORY_TEXT.entry.title}
      aloud={query.status === 'ready' ? spokenEntry(query.data, query.now) : undefined}
    >
      <Loaded
        load={query}
        skeleton={<Skeleton blocks={['card', 'line', 'row', 'line', 'card']} />}
        onRetry={gone ? () => void goBack() : () => void query.refresh()}
      >
        {(entry, now) => <EntryBody entry={entry} now={now} />}
      </Loaded>
    </Screen>
  )
}
