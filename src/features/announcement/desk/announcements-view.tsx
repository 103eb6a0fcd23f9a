import { type ReactNode, useState } from 'react'
import type { AnnouncementState, WrittenRow } from '../../../../types/contract/announcement-desk'
import { usePages } from '../../../cloud/use-pages'
import { openDeskAnnouncement } from '../../../lib/routes'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Button } from '../../../ui/button'
import { Desk } from '../../../ui/desk'
import { Filters } from '../../../ui/filters'
import { List } from '../../../ui/list'
import { Loaded } from '../../../ui/loaded'
import { LoadMore } from '../../../ui/load-more'
import { PickRow } from '../../../ui/pick-row'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
import { ANNOUNCEMENTS_TEXT } from './announcements.text'
import { AtPost } from './at-post'
import { type Post, WRITERS } from './desk-roles.rules'
import { ANNOUNCEMENT_TEXT } from '../announcement.text'
import { DESK_TEXT } from './desk.text'
import { toneOf, whenOf } from './written.format'

const TEXT = ANNOUNCEMENTS_TEXT
const STATES = Object.keys(DESK_TEXT.state) as AnnouncementState[]
const ALL = ''

/** For whoever writes: what was written for their region and the places below it, and the way to write more. */
export function AnnouncementsView() {
  return (
    <Screen own title={TEXT.title}>
      <AtPost roles={WRITERS}>
        {(post, _, choice) => <Written post={post} choice={choice} />}
      </AtPost>
    </Screen>
  )
}

function Written({ post, choice }: { post: Post; choice: ReactNode }) {
  const [state, setState] = useState<AnnouncementState | typeof ALL>(ALL)
  const { region } = post
  const pages = usePages('announcement.listWritten', { region, ...(state ? { state } : {}) })
  usePullRefresh(pages.first.refresh)
  return (
    <Desk
      side={
        <Stack>
          {choice}
          <Button onTap={() => void openDeskAnnouncement(region)}>{TEXT.write}</Button>
          <Filters
            label={TEXT.state}
            options={[
              { key: ALL, say: TEXT.all },
              ...STATES.map((key) => ({ key, say: DESK_TEXT.state[key] })),
            ]}
            chosen={state}
            onChoose={(key) => setState(key as AnnouncementState | typeof ALL)}
          />
        </Stack>
      }
    >
      <Loaded
        load={pages.first}
        skeleton={<Skeleton blocks={['row', 'row', 'row', 'row']} />}
        onRetry={() => void pages.first.refresh()}
      >
        {(_, now) =>
          pages.items.length === 0 ? (
            <Standstill
              icon="horn"
              title={state ? TEXT.noneOf(DESK_TEXT.state[state]) : TEXT.none}
              say={TEXT.noneSay}
            />
          ) : (
            <Stack>
              <List>
                {pages.items.map((row) => (
                  <Row key={row.announcementId} row={row} region={region} now={now} />
                ))}
              </List>
              <LoadMore pages={pages} say={TEXT.more} />
            </Stack>
          )
        }
      </Loaded>
    </Desk>
  )
}

function Row({ row, region, now }: { row: WrittenRow; region: string; now: number }) {
  const { announcementId, title, category, state, from, must } = row
  return (
    <PickRow
      title={title || TEXT.untitled}
      say={[ANNOUNCEMENT_TEXT.category[category], from, must && DESK_TEXT.must[must.do]]
        .filter(Boolean)
        .join(' · ')}
      more={whenOf(row, now)}
      badge={{ tone: toneOf(state), say: DESK_TEXT.state[state] }}
      onTap={() => void openDeskAnnouncement(region, announcementId)}
    />
  )
}
