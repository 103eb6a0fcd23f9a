import { View } from '@tarojs/components'
import { forgetLost, useLostActing } from '../../lib/acting'
import { openHelping } from '../../lib/routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/notice'
import './account.css'
import { HELPING_TEXT } from './helping/helping.text'

const TEXT = HELPING_TEXT.lost

/** Acting for somebody was ended by them, or by the desk: what is shown is one's own again. */
export function LostCard() {
  const lost = useLostActing()
  if (lost === undefined) return null
  return (
    <Card className="request">
      <Notice tone="warn">{TEXT.say(lost)}</Notice>
      <View className="request__buttons">
        <Button onTap={forgetLost}>{TEXT.seen}</Button>
        <Button kind="second" onTap={() => void openHelping()}>
          {TEXT.open}
        </Button>
      </View>
    </Card>
  )
}
