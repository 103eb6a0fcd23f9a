import { Text, View } from '@tarojs/components'
import type { Notice } from '../../../types/contract/message-inbox'
import { Badge } from '../../ui/badge'
import { Icon } from '../../ui/icon'
import { Tap } from '../../ui/tap'
import './message.css'
import { iconOf, sentenceOf, whenOf } from './message.format'
import { MESSAGE_TEXT as TEXT } from './message.text'

interface MessageRowProps {
  told: Notice
  read: boolean
  now: number
  onOpen: () => void
}

/** One message: what it says, when it was sent, and a tap to what it is about. */
export function MessageRow({ told, read, now, onOpen }: MessageRowProps) {
  const said = sentenceOf(told.about, now)
  const when = whenOf(told, now)
  const urgent = told.about.kind === 'announced' && told.about.category === 'emergency'
  return (
    <Tap
      role="link"
      className="message"
      label={[read ? '' : TEXT.unreadMark, said, when].filter(Boolean).join('，')}
      onTap={onOpen}
    >
      <View className={`message__tile${urgent ? ' message__tile--urgent' : ''}`}>
        <Icon name={iconOf(told.about)} />
      </View>
      <View className="message__words">
        <Text className={`message__say${read ? '' : ' message__say--unread'}`}>{said}</Text>
        <View className="message__foot">
          <Text className="message__when">{when}</Text>
          {read ? null : <Badge tone="accent">{TEXT.unreadMark}</Badge>}
        </View>
      </View>
      <Icon name="right" className="message__arrow" />
    </Tap>
  )
}
