import { View } from '@tarojs/components'
import { useState } from 'react'
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

function Lists({ helping, now, onEnd }: ListsProps) {
  const { dependents, asked, helpers, asking } = helping
  return (
    <>
      {asking.length > 0 ? (
        <Section title={TEXT.asking.title}>
          <View className="helping">
            {asking.map((request) => (
              <AskingRequest key={request.requestId} request={request} now={now} />
            ))}
          </View>
        </Section>
      ) : null}
      {dependents.length + asked.length === 0 ? (
        <Standstill icon="family" title={TEXT.add.none} say={TEXT.add.noneSay} />
      ) : null}
      {dependents.length > 0 ? (
        <Section title={TEXT.dependents.title}>
          <View className="helping">
            {dependents.map((grant) => (
              <DependentCard key={grant.grantId} grant={grant} onEnd={onEnd} />
            ))}
          </View>
        </Section>
      ) : null}
      {asked.length > 0 ? (
        <Section title={TEXT.asked.title}>
          <View className="helping">
            {asked.map((request) => (
              <AskedCard key={request.requestId} request={request} now={now} />
            ))}
          </View>
        </Section>
      ) : null}
      <View className="helping__add">
        <Button
          kind={dependents.length + asked.length === 0 ? 'main' : 'second'}
          icon="family"
          onTap={() => void openAddDependent()}
        >
          {TEXT.add.open}
        </Button>
      </View>
      <Section title={TEXT.helpers.title}>
        <View className="helping">
          {helpers.length === 0 ? (
            <View className="helping__nobody">{TEXT.helpers.nobody}</View>
          ) : null}
          {helpers.map((grant) => (
            <HelperCard key={grant.grantId} grant={grant} now={now} onEnd={onEnd} />
          ))}
        </View>
      </Section>
    </>
  )
}
