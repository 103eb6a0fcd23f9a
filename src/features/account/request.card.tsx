import { Text } from '@tarojs/components'
import type { Me } from '../../../types/contract/account'
import type { Contract } from '../../../types/contract'
import { showMe } from '../../cloud/show-me'
import { useCommand } from '../../cloud/use-command'
import { useQuery } from '../../cloud/use-query'
import { ask } from '../../lib/ask'
import { openJoin } from '../../lib/routes'
import { dayOf, formatDate } from '../../lib/time.format'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/notice'
import './account.css'
import { JOINING_TEXT } from './joining/joining.text'

const TEXT = JOINING_TEXT.request

interface RequestCardProps {
  view: Contract['home.view']['output']
  now: number
}

/** My request to join: that it waits, or why it was refused, and what I can do. */
export function RequestCard({ view, now }: RequestCardProps) {
  const { request } = view.me
  return request ? <Request request={request} now={now} /> : null
}

function Request({ request, now }: { request: NonNullable<Me['request']>; now: number }) {
  const home = useQuery('home.view', {}, { as: 'me' })
  const withdraw = useCommand('account.withdrawRequest')
  const takeBack = async () => {
    if (!(await ask(TEXT.ask))) return
    const result = await withdraw.run({ requestId: request.requestId })
    if (result?.ok) showMe(result.data)
    // Answered meanwhile: what was answered is worth more than the sentence about it.
    else if (result?.error.code === 'REQUEST_ANSWERED') void home.refresh()
  }
  const waits = request.state === 'waiting'
  return (
    <Card className="request">
      <Text className="request__title">{waits ? TEXT.waiting : TEXT.refused}</Text>
      <Text className="request__place">
        {TEXT.place(request.place, formatDate(dayOf(request.askedAt), now))}
      </Text>
      {waits ? <Text className="request__say">{TEXT.waitingSay}</Text> : null}
      {!waits && request.reason ? <Notice tone="warn">{TEXT.reason(request.reason)}</Notice> : null}
      {withdraw.error ? <Notice tone="warn">{withdraw.error.message}</Notice> : null}
      {waits ? (
        <>
          <Button onTap={() => void home.refresh()}>{TEXT.check}</Button>
          <Button
            kind="second"
            busy={withdraw.says(TEXT.withdrawing)}
            onTap={() => void takeBack()}
          >
            {TEXT.withdraw}
          </Button>
        </>
      ) : (
        <Button onTap={() => void openJoin()}>{TEXT.again}</Button>
      )}
    </Card>
  )
}
