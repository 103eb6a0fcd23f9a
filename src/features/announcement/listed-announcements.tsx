import { View } from '@tarojs/components'
import type { AnnouncementRow as Row } from '../../../types/contract/announcement-reading'
import type { usePages } from '../../cloud/use-pages'
import { goHome, openDisclosures } from '../../lib/routes'
import { List, ListRow } from '../../ui/list'
import { Loaded } from '../../ui/loaded'
import { LoadMore } from '../../ui/load-more'
import { Skeleton } from '../../ui/skeleton'
import { Standstill } from '../../ui/standstill'
import { AnnouncementRow } from './announcement-row'
import { ANNOUNCEMENT_TEXT } from './announcement.text'

const TEXT = ANNOUNCEMENT_TEXT.list
const ENTRY = ANNOUNCEMENT_TEXT.entry

interface ListedAnnouncementsProps {
  pages: ReturnType<typeof usePages<'announcement.listPublished'>>
  /** What is pinned first, then the newest. */
  rows: readonly Row[]
  /** No category is chosen. */
  all: boolean
  onAll: () => void
}

/** The list itself, in whichever state it is. */
export function ListedAnnouncements({ pages, rows, all, onAll }: ListedAnnouncementsProps) {
  return (
    <Loaded
      load={pages.first}
      skeleton={<Skeleton blocks={['row', 'row', 'row', 'row', 'row']} />}
      onRetry={() => void pages.first.refresh()}
    >
      {(_, now) =>
        rows.length === 0 && !pages.hasMore ? (
          <Standstill
            icon="horn"
            title={all ? TEXT.empty : TEXT.emptyKind}
            say={all ? TEXT.emptySay : TEXT.emptyKindSay}
            action={
              all
                ? { say: TEXT.home, onTap: () => void goHome() }
                : { say: TEXT.showAll, onTap: onAll }
            }
          />
        ) : (
          <>
            <View className="notice-list">
              {rows.map((row) => (
                <AnnouncementRow key={row.announcementId} row={row} now={now} />
              ))}
            </View>
            <LoadMore pages={pages} />
            {all ? (
              <List>
                <ListRow
                  icon="affairs"
                  title={ENTRY.disclosures}
                  say={ENTRY.disclosuresSay}
                  onTap={() => void openDisclosures()}
                />
              </List>
            ) : null}
          </>
        )
      }
    </Loaded>
  )
}
