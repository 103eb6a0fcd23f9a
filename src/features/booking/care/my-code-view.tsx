import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { Contract } from '../../../../types/contract'
import { useQuery } from '../../../cloud/use-query'
import { useActing } from '../../../lib/acting'
import { phoneNow } from '../../../lib/phone-clock'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Loaded } from '../../../ui/loaded'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Say, Stack } from '../../../ui/stack'
import { CARE_TEXT } from './care.text'
import { keepSeeds, readSeeds } from './kept-seeds'
import { RollingCode } from './rolling-code'
import { digitsSaid, NextDigits, visitSaid } from './visit-digits'

const TEXT = CARE_TEXT.code

/** The person's own code, and the digits of their next visit; for another, the digits alone. */
export function MyCodeView() {
  const acting = useActing()
  const query = useQuery('booking.myCode', {})
  usePullRefresh(query.refresh)
  const answer = query.status === 'ready' ? query.data : undefined
  const kept = useSeeds(acting ? undefined : answer, query.status === 'ready' ? query.now : 0)
  const [inSight, setInSight] = useState(true)
  useDidShow(() => setInSight(true))
  useDidHide(() => setInSight(false))
  const next = answer?.next
  const now = query.status === 'ready' ? query.now : 0
  return (
    <Screen
      title={acting ? TEXT.titleFor(acting.name) : TEXT.title}
      aloud={next ? TEXT.spoken(visitSaid(next, now), digitsSaid(next)) : undefined}
    >
      <Stack>
        {!acting && kept ? (
          <Stack card>
            {inSight ? <RollingCode {...kept} /> : null}
            <Say>{TEXT.say}</Say>
            {query.status === 'offline' ? <Say>{TEXT.offline}</Say> : null}
          </Stack>
        ) : null}
        {/* The code above needs no network; the digits below are tried for again. */}
        <Loaded
          load={query}
          skeleton={<Skeleton blocks={['card', 'line', 'row']} />}
          onRetry={() => void query.refresh()}
        >
          {(data, at) => <NextDigits next={data.next} now={at} />}
        </Loaded>
      </Stack>
    </Screen>
  )
}

/** The seeds as the phone has them, kept anew with each answer that came while this screen stands. */
function useSeeds(answer: Contract['booking.myCode']['output'] | undefined, now: number) {
  const [kept, setKept] = useState(readSeeds)
  // What was known before tells nothing of the phone's clock now.
  const known = useRef(answer)
  useEffect(() => {
    if (!answer || answer === known.current || answer.seeds.length === 0) return
    const next = { seeds: answer.seeds, offset: now - phoneNow() }
    keepSeeds(next)
    setKept(next)
  }, [answer, now])
  return kept
}
