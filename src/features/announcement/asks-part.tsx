import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useAskMessages } from '../../cloud/use-ask-messages'
import { useCommand } from '../../cloud/use-command'
import { useActing } from '../../lib/acting'
import { formatMoment } from '../../lib/time.format'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/notice'
import { showDid } from './announcement.done'
import { isDone } from './announcement.format'
import type { Published } from './announcement.spoken'
import { ANNOUNCEMENT_TEXT } from './announcement.text'
import './asks-part.css'

const TEXT = ANNOUNCEMENT_TEXT.asks

interface AsksPartProps {
  view: Published
  asks: NonNullable<Published['asks']>
  expired: boolean
  now: number
}

/** What the reader must do: one large button, or one for each choice; afterwards what they said. */
export function AsksPart({ view, asks, expired, now }: AsksPartProps) {
  const acting = useActing()
  const confirm = useCommand('announcement.confirm')
  const askMessages = useAskMessages()
  const [changing, setChanging] = useState(false)
  const done = isDone(asks.do, asks.done)

  const answer = async (choice?: string) => {
    const { announcementId } = view
    // WeChat's own question has to come with the tap; what was tapped goes on beside it.
    askMessages(['announcement', 'reply'])
    const result = await confirm.run({
      announcementId,
      ...(choice === undefined ? {} : { choice }),
    })
    if (!result?.ok) return
    setChanging(false)
    showDid({ announcementId, done: result.data.done, whom: result.whom }, view)
  }

  if (expired && !done) return null
  const open = !expired && (!done || changing)
  return (
    <Card className="asks">
      {done && !changing ? <Answered asks={asks} now={now} /> : null}
      {confirm.error ? <Notice tone="danger">{confirm.error.message}</Notice> : null}
      {open && asks.do === 'confirm' ? (
        <>
          <Text className="asks__title">{TEXT.confirmTitle}</Text>
          <Button icon="check" busy={confirm.says(TEXT.busy)} onTap={() => void answer()}>
            {acting ? TEXT.confirmFor(acting.name) : TEXT.confirm}
          </Button>
        </>
      ) : null}
      {open && asks.do === 'choose' ? (
        <>
          <Text className="asks__title">{TEXT.chooseTitle}</Text>
          <View className="asks__choices">
            {asks.choices.map((choice) => (
              <Button
                key={choice}
                kind={choice === asks.done?.choice ? 'main' : 'second'}
                {...(choice === asks.done?.choice ? { icon: 'check' as const } : {})}
                busy={confirm.says(TEXT.busy)}
                onTap={() => void answer(choice)}
              >
                {acting ? TEXT.choiceFor(acting.name, choice) : choice}
              </Button>
            ))}
          </View>
        </>
      ) : null}
      {done && asks.do === 'choose' && !expired ? (
        <Button
          kind="second"
          disabled={confirm.busy}
          onTap={() => {
            confirm.forget()
            setChanging(!changing)
          }}
        >
          {changing ? TEXT.keep : TEXT.change}
        </Button>
      ) : null}
    </Card>
  )
}

/** What was said, and who said it where that was not the reader. */
function Answered({ asks, now }: { asks: AsksPartProps['asks']; now: number }) {
  const acting = useActing()
  const { choice, confirmedAt, by } = asks.done ?? {}
  const said =
    asks.do === 'choose' && choice !== undefined
      ? acting
        ? TEXT.chosenFor(acting.name, choice)
        : TEXT.chosen(choice)
      : acting
        ? TEXT.confirmedFor(acting.name, formatMoment(confirmedAt ?? now, now))
        : TEXT.confirmed(formatMoment(confirmedAt ?? now, now))
  return (
    <Notice tone="plain" icon="check">
      {`${said}${by ? TEXT.by[by] : ''}`}
    </Notice>
  )
}
