import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Me } from '../../../../types/contract/account'
import type { Contract } from '../../../../types/contract'
import { useQuery } from '../../../cloud/use-query'
import { copyText } from '../../../lib/copy-text'
import { formatDate } from '../../../lib/time.format'
import { Button } from '../../../ui/button'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Say, Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
import './heads-view.css'
import { communityIdOf } from './heads.rules'
import { TRAIL_TEXT } from './trail.text'

const TEXT = TRAIL_TEXT.heads
type Heads = Contract['account.listHeads']['output']

/** The published heads of one's community's audit chain: whoever notes one can prove a later change. */
export function HeadsView() {
  const query = useQuery('account.me', {}, { as: 'me' })
  return (
    <Screen own title={TEXT.title} aloud={TEXT.say}>
      <Loaded
        load={query}
        skeleton={<Skeleton blocks={['line', 'row', 'row']} />}
        onRetry={() => void query.refresh()}
      >
        {(me) => (
          <Stack>
            <Say>{TEXT.say}</Say>
            <OfCommunity me={me} />
          </Stack>
        )}
      </Loaded>
    </Screen>
  )
}

function OfCommunity({ me }: { me: Me }) {
  const query = useQuery('account.listPlaces', {}, { as: 'me' })
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['row', 'row']} />}
      onRetry={() => void query.refresh()}
    >
      {({ places }) => {
        const communityId = communityIdOf(me, places)
        return communityId ? (
          <Days communityId={communityId} />
        ) : (
          <Standstill icon="shield" title={TEXT.title} say={TEXT.noCommunity} />
        )
      }}
    </Loaded>
  )
}

/** One page of days, and under it the next once it was asked for. */
function Days({ communityId, after }: { communityId: string; after?: string }) {
  const query = useQuery('account.listHeads', { communityId, ...(after ? { after } : {}) })
  const [further, setFurther] = useState(false)
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['row', 'row']} />}
      onRetry={() => void query.refresh()}
    >
      {({ heads, next }, now) => (
        <Stack>
          {heads.length === 0 && !after ? <Say>{TEXT.none}</Say> : null}
          {heads.map((head) => (
            <Head key={head.day} head={head} now={now} />
          ))}
          {next && !further ? (
            <Button kind="second" onTap={() => setFurther(true)}>
              {TEXT.more}
            </Button>
          ) : null}
          {next && further ? <Days communityId={communityId} after={next} /> : null}
        </Stack>
      )}
    </Loaded>
  )
}

function Head({ head: { day, count, hash }, now }: { head: Heads['heads'][number]; now: number }) {
  const [copied, setCopied] = useState(false)
  const date = formatDate(day, now)
  return (
    <Stack card>
      <View>
        <Text className="head__day">{TEXT.row(date, count)}</Text>
        <Text className="head__hash">{hash}</Text>
      </View>
      {copied ? (
        <Notice tone="plain" icon="check">
          {TEXT.copied}
        </Notice>
      ) : null}
      <Button
        kind="second"
        label={TEXT.copyLabel(date)}
        onTap={() => void copyText(hash).then(setCopied)}
      >
        {TEXT.copy}
      </Button>
    </Stack>
  )
}
