import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Slot } from '../../../types/contract/booking'
import { useAskMessages } from '../../cloud/use-ask-messages'
import { useActing } from '../../lib/acting'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { WAITING_TEXT as TEXT } from './booking.waiting.text'
import './confirm-view.css'
import { useLine } from './use-line'

interface WaitingFooterProps {
  slot: Slot
  service: { name: string; place: string }
  onOtherTime: () => void
}

/** What can be done about a slot that is full: wait for a place, or not any more, or take another time. */
export function WaitingFooter({ slot, service, onOtherTime }: WaitingFooterProps) {
  const acting = useActing()
  const line = useLine()
  const askMessages = useAskMessages()
  const [left, setLeft] = useState(false)
  const error = line.join.error ?? line.leave.error
  const join = async () => {
    // An offer holds for a while only: whoever waits wants to hear of it on their phone.
    askMessages(['booking'])
    setLeft(false)
    await line.joinLine(slot, { serviceName: service.name, place: service.place })
  }
  const leave = async () => setLeft(await line.leaveLine(slot))
  return (
    <View className="confirm__footer">
      {left ? <Notice tone="plain">{TEXT.left}</Notice> : null}
      {error ? <Notice tone="warn">{error.message}</Notice> : null}
      {slot.inLine === undefined ? (
        <Button busy={line.join.says(TEXT.joining)} onTap={() => void join()}>
          {acting ? TEXT.joinFor(acting.name) : TEXT.join}
        </Button>
      ) : (
        <Button kind="second" busy={line.leave.says(TEXT.leaving)} onTap={() => void leave()}>
          {TEXT.leave}
        </Button>
      )}
      <Button kind="second" onTap={onOtherTime}>
        {TEXT.otherTime}
      </Button>
    </View>
  )
}
