import { View } from '@tarojs/components'
import { useQuery } from '../../cloud/use-query'
import { openDirectory } from '../../lib/routes'
import { Button } from '../../ui/button'
import { Loaded } from '../../ui/loaded'
import { Skeleton } from '../../ui/skeleton'
import { Standstill } from '../../ui/standstill'
import { DIRECTORY_TEXT } from './directory.text'
import { EntryBody } from './entry-body'

/** What a code printed at a counter leads to: the office that stands behind it. */
export function DeskCode({ token, onAgain }: { token: string; onAgain: () => void }) {
  const query = useQuery('directory.resolveCode', { token })
  if (query.status === 'error' && query.error.code === 'CODE_UNKNOWN') {
    return (
      <Standstill
        icon="alert"
        title={DIRECTORY_TEXT.code.title}
        say={query.error.message}
        action={{ say: DIRECTORY_TEXT.code.again, onTap: onAgain }}
      />
    )
  }
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['card', 'line', 'row', 'line', 'card']} />}
      onRetry={() => void query.refresh()}
    >
      {(entry, now) => (
        <>
          <EntryBody entry={entry} now={now} />
          <View className="entry__more">
            <Button kind="second" onTap={() => void openDirectory()}>
              {DIRECTORY_TEXT.entry.all}
            </Button>
          </View>
        </>
      )}
    </Loaded>
  )
}
