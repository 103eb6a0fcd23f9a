import type { CallEntry } from '../../../../../types/contract/announcement-desk'
import { usePages } from '../../../../cloud/use-pages'
import { Section } from '../../../../ui/card'
import { CALL_RESULT_TEXT } from '../../../../ui/call-result.text'
import { Screen } from '../../../../ui/screen'
import { Heading, Stack } from '../../../../ui/stack'
import { useWork, WorkPanes } from '../../../../ui/work-panes'
import { Blocks } from '../../blocks'
import { OverRegion } from '../at-post'
import { CALLERS } from '../desk-roles.rules'
import { CallPane } from './call-pane'
import { CALLS_TEXT as TEXT } from './calls.text'
import { whyOf } from './why.format'

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
  const work = useWork()
  return (
    <WorkPanes
      work={work}
      pages={pages}
      items={pages.items}
      idOf={({ residentId }) => residentId}
      rowOf={rowOf}
      text={{ ...TEXT, empty: TEXT.nobody, emptySay: TEXT.nobodySay }}
      icon="phone"
      head={({ title }) => <Heading>{title}</Heading>}
      detail={(open, now) => (
        <CallPane
          entry={open}
          one={one}
          now={now}
          onRecorded={(entry) => {
            pages.change((one) => (one.residentId === entry.residentId ? entry : one))
            work.settle(TEXT.saved(entry.name))
          }}
        />
      )}
      below={({ blocks }) => (
        <Section title={TEXT.say}>
          <Stack card>
            <Blocks blocks={blocks} />
          </Stack>
        </Section>
      )}
    />
  )
}

function rowOf(entry: CallEntry) {
  const { name, home, withoutPhone, call } = entry
  return {
    title: name,
    say: home,
    more: [withoutPhone && TEXT.withoutPhone, call && CALL_RESULT_TEXT.result[call.result]]
      .filter(Boolean)
      .join('，'),
    badge: whyOf(entry),
  }
}
