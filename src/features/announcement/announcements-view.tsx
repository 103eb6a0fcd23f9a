import { useEffect, useState } from 'react'
import type { Category } from '../../../types/contract/announcement-content'
import { useWhom } from '../../cloud/for-others'
import { usePages } from '../../cloud/use-pages'
import { usePullRefresh } from '../../lib/use-pull-refresh'
import { Screen } from '../../ui/screen'
import { Stack } from '../../ui/stack'
import { rowAfter } from './announcement.after'
import { onDone } from './announcement.done'
import { spokenRows } from './announcement.spoken'
import { ANNOUNCEMENT_TEXT } from './announcement.text'
import { FoundAnnouncements } from './found-announcements'
import { ListedAnnouncements } from './listed-announcements'
import { FindTools } from './find-tools'

/** What has been published for me: by category, or by words that are looked for. */
export function AnnouncementsView() {
  const [category, setCategory] = useState<Category>()
  const [text, setText] = useState<string>()
  const listed = usePages('announcement.listPublished', category ? { category } : {})
  const found = usePages(
    'announcement.search',
    { text: text ?? '' },
    { wanted: text !== undefined },
  )
  const whom = useWhom('announcement.listPublished')
  // What was read on a screen above is read here too, on every page of the list.
  useEffect(() =>
    onDone((did) => {
      if (did.whom !== whom) return
      listed.change((row) => rowAfter(row, did))
      if (text !== undefined) found.change((row) => rowAfter(row, did))
    }),
  )
  const searching = text !== undefined
  usePullRefresh(searching ? found.first.refresh : listed.first.refresh)

  const { first } = listed
  const pinned = first.status === 'ready' ? first.data.pinned : []
  const rows = [
    ...pinned,
    ...listed.items.filter(
      ({ announcementId }) => !pinned.some((row) => row.announcementId === announcementId),
    ),
  ]
  const shown = searching ? found.items : rows
  const now = searching ? nowOf(found.first) : nowOf(first)
  return (
    <Screen
      title={ANNOUNCEMENT_TEXT.listTitle}
      aloud={shown.length > 0 && now !== undefined ? spokenRows(shown, now) : undefined}
    >
      <Stack>
        <FindTools
          category={category}
          searching={searching}
          onCategory={(next) => {
            setText(undefined)
            setCategory(next)
          }}
          onSearch={setText}
        />
        {searching ? (
          <FoundAnnouncements text={text} pages={found} />
        ) : (
          <ListedAnnouncements
            pages={listed}
            rows={rows}
            all={category === undefined}
            onAll={() => setCategory(undefined)}
          />
        )}
      </Stack>
    </Screen>
  )
}

const nowOf = (load: { status: string; now?: number }) =>
  load.status === 'ready' ? load.now : undefined
