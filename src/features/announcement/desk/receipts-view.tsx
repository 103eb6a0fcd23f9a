import { useEffect } from 'react'
import type { Contract } from '../../../../types/contract'
import { useQuery } from '../../../cloud/use-query'
import { openDeskCallList, openDeskReaders } from '../../../lib/routes'
import { formatMoment } from '../../../lib/time.format'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Button } from '../../../ui/button'
import { Section } from '../../../ui/card'
import { Wide } from '../../../ui/desk'
import { Figures } from '../../../ui/figures'
import { List, ListRow } from '../../../ui/list'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { ProgressBar } from '../../../ui/progress-bar'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Heading, Say, Stack } from '../../../ui/stack'
import { OverRegion } from './at-post'
import { WRITERS } from './desk-roles.rules'
import { countedOf, doneOf, shareOf } from './receipts.format'
import { RECEIPTS_TEXT as TEXT } from './receipts.text'

/** How long between two looks while the list of people is being made. */
const LOOK_AGAIN_MS = 5_000

interface ReceiptsViewProps {
  announcementId: string
  region: string
}

/** Who has seen an announcement and done what it asks, in numbers, and the way to those who have not. */
export function ReceiptsView(props: ReceiptsViewProps) {
  return (
    <Screen own title={TEXT.title}>
      <OverRegion roles={WRITERS} region={props.region}>
        {() => <Receipts {...props} />}
      </OverRegion>
    </Screen>
  )
}

function Receipts({ announcementId, region }: ReceiptsViewProps) {
  const query = useQuery('announcement.receipts', { region, announcementId })
  const { refresh } = query
  usePullRefresh(refresh)
  const counts = query.status === 'ready' ? query.data : undefined
  useEffect(() => {
    if (!counts?.making) return
    const timer = setTimeout(() => void refresh(), LOOK_AGAIN_MS)
    return () => clearTimeout(timer)
  }, [counts, refresh])
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['line', 'card', 'row', 'row']} />}
      onRetry={() => void refresh()}
    >
      {(receipts, now) => (
        <Wide>
          <Stack>
            <Heading>{receipts.title}</Heading>
            <Say>{TEXT.published(formatMoment(receipts.publishedAt, now))}</Say>
            <Counts receipts={receipts} />
            <Whose receipts={receipts} region={region} />
            <Calls receipts={receipts} region={region} now={now} />
          </Stack>
        </Wide>
      )}
    </Loaded>
  )
}

type Counted = Contract['announcement.receipts']['output']

function Counts({ receipts }: { receipts: Counted }) {
  const { must, making, people, withPhone, opened, confirmed, byOthers, choices, called } = receipts
  const left = people - doneOf(receipts)
  return (
    <>
      {making ? (
        <Notice tone="plain" icon="clock">
          {`${TEXT.making}。${TEXT.makingSay}`}
        </Notice>
      ) : null}
      <Figures
        figures={[
          { say: TEXT.figures.people, value: people },
          { say: TEXT.figures.withPhone, value: withPhone },
          { say: TEXT.figures.opened, value: opened },
          ...(must
            ? [{ say: TEXT.figures.left[must.do], value: Math.max(0, left), warn: left > 0 }]
            : []),
        ]}
      />
      <Section title={TEXT.progress}>
        <Stack card>
          <Bar say={TEXT.bars.opened} done={opened} of={people} />
          {must?.do === 'confirm' ? (
            <Bar say={TEXT.bars.confirmed} done={confirmed} of={people} />
          ) : null}
          {must?.do === 'choose' ? (
            <Bar say={TEXT.bars.chosen} done={doneOf(receipts)} of={people} />
          ) : null}
          {must ? <Bar say={TEXT.bars.called} done={called} of={people} /> : null}
          {byOthers > 0 ? <Say>{TEXT.byOthers(byOthers)}</Say> : null}
        </Stack>
      </Section>
      {must?.do === 'choose' ? (
        <Section title={TEXT.choices}>
          <Stack card>
            {choices.map(({ choice, count }) => (
              <Bar key={choice} say={choice} done={count} of={people} />
            ))}
          </Stack>
        </Section>
      ) : null}
    </>
  )
}

const Bar = ({ say, done, of }: { say: string; done: number; of: number }) => (
  <ProgressBar done={done} of={of} say={`${say}：${shareOf(done, of)}`} />
)

/** From each count to the people it counts. */
function Whose({ receipts, region }: { receipts: Counted; region: string }) {
  const counted = countedOf(receipts)
  if (counted.length === 0) return null
  return (
    <Section title={TEXT.whose}>
      <List>
        {counted.map(({ which, choice, say, count }) => (
          <ListRow
            key={say}
            icon="person"
            title={say}
            say={TEXT.count(count)}
            onTap={() => void openDeskReaders(region, receipts.announcementId, which, choice)}
          />
        ))}
      </List>
    </Section>
  )
}

interface CallsProps {
  receipts: Counted
  region: string
  now: number
}

function Calls({ receipts, region, now }: CallsProps) {
  const { announcementId, must, callFrom } = receipts
  const stands = callFrom !== undefined && callFrom <= now
  if (!must) return <Say>{TEXT.noMust}</Say>
  return (
    <Section title={TEXT.calls}>
      <Stack card>
        <Say>
          {stands || callFrom === undefined
            ? TEXT.callsNow
            : TEXT.callsFrom(formatMoment(callFrom, now))}
        </Say>
        {stands ? (
          <Button icon="phone" onTap={() => void openDeskCallList(region, announcementId)}>
            {TEXT.openCalls}
          </Button>
        ) : null}
      </Stack>
    </Section>
  )
}
