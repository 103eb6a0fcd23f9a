import type { Slot } from '../../../types/contract/booking'
import { Done } from '../../ui/done'
import { WAITING_TEXT as TEXT } from './booking.waiting.text'
import { WishPart } from './wish-part'
import { Text } from '@tarojs/components'

/** That a slot is full, how many wait for it, and which place in the line one has. */
export function WaitingNotice({ slot: { inLine, waiting = 0 } }: { slot: Slot }) {
  if (inLine !== undefined) {
    return <Done icon="clock" title={TEXT.joined(inLine)} say={TEXT.joinedSay} />
  }
  return (
    <WishPart title={TEXT.title} say={TEXT.waiting(waiting)}>
      <Text>{TEXT.say}</Text>
    </WishPart>
  )
}
