import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Helping } from '../../../../types/contract/account-helping'
import { useQuery } from '../../../cloud/use-query'
import { openAddDependent } from '../../../lib/routes'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Button } from '../../../ui/button'
import { Section } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Standstill } from '../../../ui/standstill'
import { AskedCard } from './asked-card'
import { AskingRequest } from './asking-request'
import { DependentCard, HelperCard } from './grant-cards'
import './helping.css'
import { spokenHelping } from './helping.spoken'
import { HELPING_TEXT as TEXT } from './helping.text'
import { type Ending, EndSheet, useEnding } from './end-sheet'

/** Whom I act for and who acts for me: always one's own, whoever the program acts for. */
export function HelpingView() {
  const query = useQuery('account.listHelping', {}, { as: 'me' })
  usePullRefresh(query.refresh)
  const [ending, setEnding] = useState<Ending>()
  const [said, setSaid] = useState(false)
  const end = useEnding(() => {
    setEnding(undefined)
    setSaid(true)
  })
  const ask = (next: Ending) => {
    end.forget()
    setSaid(false)
    setEnding(next)
  }
  return (
    <Screen
      own
      title={TEXT.title}
      aloud={query.status === 'ready' ? spokenHelping(query.data, query.now) : undefined}
      sheet={
        ending ? <EndSheet ending={ending} end={end} onStay={() => setEnding(undefined)} /> : null
      }
    >
      {said ? (
        <Notice tone="plain" icon="check">
          {TEXT.end.done}
        </Notice>
      ) : null}
      <Loaded
        load={query}
        skeleton={<Skeleton blocks={['card', 'line', 'card', 'card']} />}
        onRetry={() => void query.refresh()}
      >
        {(helping, now) => <Lists helping={helping} now={now} onEnd={ask} />}
      </Loaded>
    </Screen>
  )
}

interface ListsProps {
  helping: Helping
  now: number
  onEnd: (ending: Ending) => void
}

/** What waits for an answer first; then what there is, and no word on what there is not. */
function Lists({ helping, now, onEnd }: ListsProps) {
  const { dependents, asked, helpers, asking } = helping
  const none = [dependents, asked, helpers, asking].every(({ length }) => length === 0)
  return (
    <>
      {none ? <Standstill icon="family" title={TEXT.add.none} say={TEXT.add.noneSay} /> : null}
      <Group title={TEXT.asking.title} of={asking}>
        {(request) => <AskingRequest key={request.requestId} request={request} now={now} />}
      </Group>
      <Group title={TEXT.helpers.title} of={helpers}>
        {(grant) => <HelperCard key={grant.grantId} grant={grant} now={now} onEnd={onEnd} />}
      </Group>
      <Group title={TEXT.dependents.title} of={dependents}>
        {(grant) => <DependentCard key={grant.grantId} grant={grant} onEnd={onEnd} />}
      </Group>
      <Group title={TEXT.asked.title} of={asked}>
        {(request) => <AskedCard key={request.requestId} request={request} now={now} />}
      </Group>
      <View className="helping__add">
        <Button kind={none ? 'main' : 'second'} icon="family" onTap={() => void openAddDependent()}>
          {TEXT.add.open}
        </Button>
      </View>
    </>
  )
}

interface GroupProps<One> {
  title: string
  of: readonly One[]
  children: (one: One) => ReactNode
}

function Group<One>({ title, of, children }: GroupProps<One>) {
  if (of.length === 0) return null
  return (
    <Section title={title}>
      <View className="helping">{of.map(children)}</View>
    </Section>
  )
}
