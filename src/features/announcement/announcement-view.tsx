import { useShareAppMessage } from '@tarojs/taro'
import { useQuery } from '../../cloud/use-query'
import { cardPath, replaceWithAnnouncements } from '../../lib/routes'
import { formatMoment } from '../../lib/time.format'
import { usePullRefresh } from '../../lib/use-pull-refresh'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { Standstill } from '../../ui/standstill'
import { spokenAnnouncement } from './announcement.spoken'
import { ANNOUNCEMENT_TEXT } from './announcement.text'
import { PublishedView } from './published-view'
import { useMarkOpened } from './use-mark-opened'

const TEXT = ANNOUNCEMENT_TEXT.view

/** One announcement: to be read, heard, answered, asked about and, where anybody may read it, passed on. */
export function AnnouncementView({ announcementId }: { announcementId: string }) {
  const query = useQuery('announcement.view', { announcementId })
  usePullRefresh(query.refresh)
  const published =
    query.status === 'ready' && query.data.state === 'published' ? query.data : undefined
  useMarkOpened(published)
  // What is for some alone does not leave with a card: that leads home, where each sees their own.
  useShareAppMessage(() =>
    published?.public
      ? { title: published.title, path: cardPath(announcementId) }
      : { title: ANNOUNCEMENT_TEXT.listTitle, path: cardPath() },
  )

  const others = { say: TEXT.others, onTap: () => void replaceWithAnnouncements() }
  const refused = query.status === 'error' ? query.error.code : undefined
  return (
    <Screen
      title={ANNOUNCEMENT_TEXT.title}
      aloud={
        published && query.status === 'ready' ? spokenAnnouncement(published, query.now) : undefined
      }
    >
      {refused === 'NOT_ADDRESSED' && query.status === 'error' ? (
        <Standstill
          icon="horn"
          title={TEXT.notAddressed}
          say={query.error.message}
          action={others}
        />
      ) : refused === 'NOT_FOUND' || refused === 'BAD_INPUT' ? (
        <Standstill icon="horn" title={TEXT.notFound} say={TEXT.notFoundSay} action={others} />
      ) : (
        <Loaded
          load={query}
          skeleton={<Skeleton blocks={['line', 'tall', 'line', 'card']} />}
          onRetry={() => void query.refresh()}
        >
          {(view, now) =>
            view.state === 'published' ? (
              <PublishedView view={view} now={now} refresh={query.refresh} />
            ) : (
              <Standstill
                icon="horn"
                title={TEXT.withdrawn}
                say={TEXT.withdrawnSay(
                  view.title,
                  view.from,
                  formatMoment(view.withdrawnAt, now),
                  view.reason,
                )}
                action={others}
              />
            )
          }
        </Loaded>
      )}
    </Screen>
  )
}
