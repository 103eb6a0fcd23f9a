import { Text, View } from '@tarojs/components'
import type { Outcome } from '../../../types/contract/booking'
import { dayOf, formatDay, formatTime } from '../../lib/time.format'
import { Badge } from '../../ui/badge'
import { WISH_TEXT } from './booking.wish.text'
import './outcome-list.css'
import './unbroken.css'

const TEXT = WISH_TEXT.done

/** What became of each date and person of one tap: booked, or why not and what to do. */
export function OutcomeList({ items, now }: { items: readonly Outcome[]; now: number }) {
  const several = new Set(items.map(({ residentId }) => residentId)).size > 1
  return (
    <View className="outcomes">
      {items.map(({ residentId, name, slotId, startsAt, booked, say }) => (
        <View key={`${slotId} ${residentId}`} className="outcome">
          <View className="outcome__head">
            <View className="outcome__when">
              {several ? <Text className="unbroken">{name}</Text> : null}
              <Text className="unbroken">{formatDay(dayOf(startsAt), now)}</Text>
              <Text className="unbroken">{formatTime(startsAt)}</Text>
            </View>
            <Badge tone={booked ? 'accent' : 'warn'}>{booked ? TEXT.made : TEXT.missed}</Badge>
          </View>
          {booked || !say ? null : <Text className="outcome__say">{say}</Text>}
        </View>
      ))}
    </View>
  )
}
