import { View } from '@tarojs/components'
import { usePages } from '../../cloud/use-pages'
import { goHome } from '../../lib/routes'
import { usePullRefresh } from '../../lib/use-pull-refresh'
import { Section } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { LoadMore } from '../../ui/load-more'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { Standstill } from '../../ui/standstill'
import { entryGroups } from './directory.format'
import { spokenEntries } from './directory.spoken'
import { DIRECTORY_TEXT } from './directory.text'
import { EntryRow } from './entry-row'

/** Whom I can turn to, emergency first; one tap calls. */
export function DirectoryView() {
  const pages = usePages('directory.listEntries')
  usePullRefresh(pages.first.refresh)
  return (
    <Screen
      title={DIRECTORY_TEXT.title}
      aloud={pages.items.length > 0 ? spokenEntries(pages.items) : undefined}
    >
      <Loaded
        load={pages.first}
        skeleton={<Skeleton blocks={['line', 'row', 'row', 'row', 'line', 'row', 'row']} />}
        onRetry={() => void pages.first.refresh()}
      >
        {(_, now) =>
          pages.items.length === 0 ? (
            <Standstill
              icon="phone"
              title={DIRECTORY_TEXT.empty}
              say={DIRECTORY_TEXT.emptySay}
              action={{ say: DIRECTORY_TEXT.home, onTap: () => void goHome() }}
            />
          ) : (
            <>
              {entryGroups(pages.items).map(({ kind, entries }) => (
                <Section key={kind} title={DIRECTORY_TEXT.kind[kind]}>
                  <View className="entry-list">
                    {entries.map((entry) => (
                      <EntryRow key={entry.entryId} entry={entry} now={now} />
                    ))}
                  </View>
                </Section>
              ))}
              <LoadMore pages={pages} />
            </>
          )
        }
      </Loaded>
    </Screen>
  )
}
