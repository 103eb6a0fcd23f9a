import { useState } from 'react'
import type { CallEntry } from '../../../../../types/contract/announcement-desk'
import { usePages } from '../../../../cloud/use-pages'
import { usePullRefresh } from '../../../../lib/use-pull-refresh'
import { Section } from '../../../../ui/card'
import { List } from '../../../../ui/list'
import { CALL_RESULT_TEXT } from '../../../../ui/call-result.text'
import { Loaded } from '../../../../ui/loaded'
import { LoadMore } from '../../../../ui/load-more'
import { Notice } from '../../../../ui/notice'
import { Panes } from '../../../../ui/panes'
import { PickRow } from '../../../../ui/pick-row'
import { Screen } from '../../../../ui/screen'
import { Skeleton } from '../../../../ui/skeleton'
import { Heading, Stack } from '../../../../ui/stack'
import { Standstill } from '../../../../ui/standstill'
import { Blocks } from '../../blocks'
import { OverRegion } from '../at-post'
import { CALLERS } from '../desk-roles.rules'
import { CallPane } from './call-pane'
import { CALLS_TEXT as TEXT } from './calls.text'

interface CallListViewProps {
  announcementId: string
  region: string
}

/** Whom to call about one announcement, the very old and those who live alone first, and what became of it. */
export function CallListView(props: CallListViewProps) {
  return (
    <Screen own title={TEXT.listTitle}>
      <OverRegion roles={CALLERS} region={props.region}>
        {() => <CallList {...props} />}
      </OverRegion>
    </Screen>
  )
}

function CallList({ announcementId, region }: CallListViewProps) {
  const one = { region, announcementId }
  const pages = usePages('announcement.callList', one)
  const [chosen, setChosen] = useState<string>()
  const [said, setSaid] = useState<string>()
  usePullRefresh(pages.first.refresh)
  const entries = pages.items
  const open = entries.find(({ residentId }) => residentId === chosen)
  return (
    <Loaded
      load={pages.first}
      skeleton={<Skeleton blocks={['line', 'row', 'row', 'row']} />}
      onRetry={() => void pages.first.refresh()}
    >
      {({ title, blocks }, now) => (
        <Panes
          open={open !== undefined}
          back={{ say: TEXT.back, onTap: () => setChosen(undefined) }}
          list={
            <Stack>
              <Heading>{title}</Heading>
              {said ? (
                <Notice tone="plain" icon="check">
                  {said}
                </Notice>
              ) : null}
              {entries.length === 0 ? (
                <Standstill icon="check" title={TEXT.nobody} say={TEXT.nobodySay} />
              ) : (
                <List>
                  {entries.map((entry) => (
                    <EntryRow
                      key={entry.residentId}
                      entry={entry}
                      chosen={entry.residentId === chosen}
                      onTap={() => {
                        setSaid(undefined)
                        setChosen(entry.residentId)
                      }}
                    />
                  ))}
                </List>
              )}
              <LoadMore pages={pages} say={TEXT.more} />
            </Stack>
          }
          detail={
            <Stack>
              {open ? (
                <CallPane
                  key={open.residentId}
                  entry={open}
                  one={one}
                  now={now}
                  onRecorded={(entry) => {
                    pages.change((one) => (one.residentId === entry.residentId ? entry : one))
                    setSaid(TEXT.saved(entry.name))
                    setChosen(undefined)
                  }}
                />
              ) : entries.length > 0 ? (
                <Standstill icon="phone" title={TEXT.choose} say={TEXT.chooseSay} />
              ) : null}
              {entries.length > 0 ? (
                <Section title={TEXT.say}>
                  <Stack card>
                    <Blocks blocks={blocks} />
                  </Stack>
                </Section>
              ) : null}
            </Stack>
          }
        />
      )}
    </Loaded>
  )
}

interface EntryRowProps {
  entry: CallEntry
  chosen: boolean
  onTap: () => void
}

function EntryRow({ entry, chosen, onTap }: EntryRowProps) {
  const { name, home, withoutPhone, call } = entry
  return (
    <PickRow
      title={name}
      say={home}
      more={[withoutPhone && TEXT.withoutPhone, call && CALL_RESULT_TEXT.result[call.result]]
        .filter(Boolean)
        .join('，')}
      badge={whyOf(entry)}
      chosen={chosen}
      onTap={onTap}
    />
  )
}

/** Why they come first, in one badge that fits the largest text: the heaviest reasons. */
function whyOf({ why }: CallEntry) {
  const words = [
    why.includes('veryOld') ? TEXT.why.veryOld : why.includes('elder') ? TEXT.why.elder : '',
    why.includes('alone') ? TEXT.why.alone : '',
  ].filter((word) => word !== '')
  if (words.length === 0) return undefined
  const tone = why.includes('veryOld') || why.includes('alone') ? 'warn' : 'plain'
  return { tone, say: words.join('、') } as const
}
