import { Text, View } from '@tarojs/components'
import type { usePages } from '../../cloud/use-pages'
import { Loaded } from '../../ui/loaded'
import { LoadMore } from '../../ui/load-more'
import { Skeleton } from '../../ui/skeleton'
import { Standstill } from '../../ui/standstill'
import { AnnouncementRow } from './announcement-row'
import { ANNOUNCEMENT_TEXT } from './announcement.text'

const TEXT = ANNOUNCEMENT_TEXT.search

interface FoundAnnouncementsProps {
  text: string
  pages: ReturnType<typeof usePages<'announcement.search'>>
}

/** What was found, newest first. The cloud looks through so many at a time: older ones at another tap. */
export function FoundAnnouncements({ text, pages }: FoundAnnouncementsProps) {
  const { first, items, hasMore } = pages
  return (
    <Loaded
      load={first}
      skeleton={<Skeleton blocks={['line', 'row', 'row', 'row']} />}
      onRetry={() => void first.refresh()}
    >
      {(_, now) => (
        <>
          {items.length > 0 ? (
            <>
              <Text className="find__found">{TEXT.found(text, items.length)}</Text>
              <View className="notice-list">
                {items.map(({ excerpt, ...row }) => (
                  <AnnouncementRow key={row.announcementId} row={row} now={now} excerpt={excerpt} />
                ))}
              </View>
            </>
          ) : (
            <Standstill
              icon="search"
              title={hasMore ? TEXT.noneYet(text) : TEXT.none(text)}
              say={hasMore ? TEXT.noneYetSay : `${TEXT.noneSay}${TEXT.initials}`}
            />
          )}
          <LoadMore pages={pages} say={TEXT.older} />
        </>
      )}
    </Loaded>
  )
}
