import type { Reader, ReadersWhich } from '../../../../types/contract/announcement-desk'
import { usePages } from '../../../cloud/use-pages'
import { formatMoment } from '../../../lib/time.format'
import { Facts } from '../../../ui/facts'
import { Screen } from '../../../ui/screen'
import { Heading, Say, Stack } from '../../../ui/stack'
import { useWork, WorkPanes } from '../../../ui/work-panes'
import { OverRegion } from './at-post'
import { whyOf } from './calls/why.format'
import { WRITERS } from './desk-roles.rules'
import { READERS_TEXT as TEXT } from './readers.text'

interface ReadersViewProps {
  announcementId: string
  region: string
  /** From the page's address. */
  which: string | undefined
  choice: string | undefined
}

/** Who they are that the receipts count: whoever has opened, confirmed, chosen, or not. */
export function ReadersView(props: ReadersViewProps) {
  return (
    <Screen own title={TEXT.title}>
      <OverRegion roles={WRITERS} region={props.region}>
        {() => <Readers {...props} which={isWhich(props.which) ? props.which : 'unopened'} />}
      </OverRegion>
    </Screen>
  )
}

const isWhich = (which: string | undefined): which is ReadersWhich =>
  which !== undefined && which in TEXT.heads

function Readers({
  announcementId,
  region,
  which,
  choice,
}: ReadersViewProps & { which: ReadersWhich }) {
  const chosen = which === 'chose' && choice ? { choice } : {}
  const pages = usePages('announcement.listReaders', { region, announcementId, which, ...chosen })
  const work = useWork()
  return (
    <WorkPanes
      work={work}
      pages={pages}
      items={pages.items}
      idOf={({ residentId }) => residentId}
      rowOf={rowOf}
      text={{ ...TEXT, empty: TEXT.nobody, emptySay: TEXT.nobodySay }}
      icon="person"
      head={({ title }) => (
        <>
          <Heading>{title}</Heading>
          <Say>{chosen.choice ? TEXT.chose(chosen.choice) : TEXT.heads[which]}</Say>
          <Say>{TEXT.traced}</Say>
        </>
      )}
      detail={(reader, now) => <Person reader={reader} now={now} />}
    />
  )
}

function rowOf(reader: Reader, now: number) {
  const { name, home, withoutPhone, done } = reader
  const { openedAt, confirmedAt, choice } = done
  const at = confirmedAt ?? openedAt
  return {
    title: name,
    say: home,
    more: [withoutPhone && TEXT.withoutPhone, choice, at !== undefined && formatMoment(at, now)]
      .filter(Boolean)
      .join('，'),
    badge: whyOf(reader),
  }
}

function Person({ reader, now }: { reader: Reader; now: number }) {
  const { name, home, done } = reader
  const { openedAt, confirmedAt, choice, by } = done
  const moment = (at: number | undefined) => (at === undefined ? undefined : formatMoment(at, now))
  return (
    <Stack card>
      <Heading>{name}</Heading>
      <Facts
        rows={[
          { label: TEXT.home, value: home },
          { label: TEXT.opened, value: moment(openedAt) },
          { label: TEXT.confirmed, value: moment(confirmedAt) },
          { label: TEXT.choice, value: choice },
          { label: TEXT.whose, value: by && TEXT.by[by] },
        ]}
      />
      {openedAt === undefined ? <Say>{TEXT.none}</Say> : null}
    </Stack>
  )
}
