import { Text, View } from '@tarojs/components'
import type { Asked } from '../../../types/contract/message-office'
import { formatMoment } from '../../lib/time.format'
import { Badge } from '../../ui/badge'
import { Card } from '../../ui/card'
import './ask-staff.css'
import { dueOf } from './asked.format'
import { MESSAGE_TEXT } from './message.text'

const TEXT = MESSAGE_TEXT.askStaff

const TONES = { checking: 'plain', waiting: 'accent', answered: 'accent', refused: 'warn' } as const

/** One question of mine: how it stands, and the answer. */
export function AskedCard({ asked, now }: { asked: Asked; now: number }) {
  const { text, askedAt, state, answer } = asked
  return (
    <Card className="asked">
      <View className="asked__head">
        <Text className="asked__soft">{formatMoment(askedAt, now)}</Text>
        <Badge tone={TONES[state]}>{TEXT.state[state]}</Badge>
      </View>
      <Text className="asked__text">{text}</Text>
      {answer ? (
        <View className="asked__answer">
          <Text className="asked__soft">{`${TEXT.answer} · ${formatMoment(answer.at, now)}`}</Text>
          <Text className="asked__text">{answer.text}</Text>
        </View>
      ) : (
        <Text className="asked__soft">
          {state === 'refused' ? TEXT.refusedSay : TEXT.due(dueOf(asked, now))}
        </Text>
      )}
    </Card>
  )
}
