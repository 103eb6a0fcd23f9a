import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Asked } from '../../../types/contract/message-office'
import { usePages } from '../../cloud/use-pages'
import { openJoin } from '../../lib/routes'
import { usePullRefresh } from '../../lib/use-pull-refresh'
import { Card, Section } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { LoadMore } from '../../ui/load-more'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { Standstill } from '../../ui/standstill'
import { AskStaffForm } from './ask-staff-form'
import './ask-staff.css'
import { AskedCard } from './asked-card'
import { dueOf, spokenAsked } from './asked.format'
import { MESSAGE_TEXT } from './message.text'

const TEXT = MESSAGE_TEXT.askStaff

/** A private question to the office, and what came of those before. */
export function AskStaffView() {
  const pages = usePages('message.listAsked')
  const { first, items } = pages
  const [sent, setSent] = useState<Asked>()
  usePullRefresh(first.refresh)
  if (first.status === 'error' && first.error.code === 'NOT_JOINED') return <NotJoined />
  return (
    <Screen
      title={TEXT.title}
      aloud={
        first.status === 'ready'
          ? [TEXT.privacy, ...items.map((asked) => spokenAsked(asked, first.now))].join('')
          : undefined
      }
    >
      {sent && first.status === 'ready' ? (
        <View className="ask-staff__sent">
          <Notice tone="plain" icon="check">
            {(sent.state === 'checking' ? TEXT.sentChecking : TEXT.sentWaiting)(
              dueOf(sent, first.now),
            )}
          </Notice>
        </View>
      ) : null}
      <AskStaffForm onSent={setSent} onChange={() => setSent(undefined)} />
      <Section title={TEXT.mine}>
        <Loaded
          load={first}
          skeleton={<Skeleton blocks={['row', 'row']} />}
          onRetry={() => void first.refresh()}
        >
          {(_, now) =>
            items.length === 0 ? (
              <Card>
                <Text className="asked__soft">{TEXT.none}</Text>
              </Card>
            ) : (
              <>
                <View className="asked-list">
                  {items.map((asked) => (
                    <AskedCard key={asked.questionId} asked={asked} now={now} />
                  ))}
                </View>
                <LoadMore pages={pages} />
              </>
            )
          }
        </Loaded>
      </Section>
    </Screen>
  )
}

/** The office answers those whom it knows. */
function NotJoined() {
  return (
    <Screen title={TEXT.title}>
      <Standstill
        icon="chat"
        title={TEXT.notJoined}
        say={TEXT.say}
        action={{ say: TEXT.join, onTap: () => void openJoin() }}
      />
    </Screen>
  )
}
