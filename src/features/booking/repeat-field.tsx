import { Text, View } from '@tarojs/components'
import type { Slot } from '../../../types/contract/booking'
import { LIMITS } from '../../../types/contract/limits'
import { dayOf, formatDate, formatWeekday } from '../../lib/time.format'
import { Filters } from '../../ui/filters'
import { Tap } from '../../ui/tap'
import { FEWEST_WEEKS, lastDayOf, USUAL_WEEKS } from './booking.wish'
import { WISH_TEXT as TEXT } from './booking.wish.text'
import { WishPart } from './wish-part'

interface RepeatFieldProps {
  slot: Pick<Slot, 'startsAt'>
  now: number
  /** 1 is this once. */
  weeks: number
  onChange: (weeks: number) => void
}

/** Once, or the same time every week; and until when that goes. */
export function RepeatField({ slot, now, weeks, onChange }: RepeatFieldProps) {
  const day = dayOf(slot.startsAt)
  const to = (next: number) =>
    onChange(Math.min(LIMITS.repeatedWeeks, Math.max(FEWEST_WEEKS, next)))
  return (
    <WishPart title={TEXT.repeat}>
      <Filters
        label={TEXT.repeat}
        options={[
          { key: 'once', say: TEXT.once },
          { key: 'weekly', say: TEXT.weekly },
        ]}
        chosen={weeks > 1 ? 'weekly' : 'once'}
        onChoose={(key) => onChange(key === 'once' ? 1 : weeks > 1 ? weeks : USUAL_WEEKS)}
      />
      {weeks > 1 ? (
        <>
          <View className="wish__stepper">
            <Tap
              className="wish__step"
              label={TEXT.fewer}
              disabled={weeks <= FEWEST_WEEKS}
              onTap={() => to(weeks - 1)}
            >
              <Text>−</Text>
            </Tap>
            <Text className="wish__count">{TEXT.weeks(weeks)}</Text>
            <Tap
              className="wish__step"
              label={TEXT.more}
              disabled={weeks >= LIMITS.repeatedWeeks}
              onTap={() => to(weeks + 1)}
            >
              <Text>＋</Text>
            </Tap>
          </View>
          <Text>
            {TEXT.until(
              formatWeekday(day),
              formatDate(day, now),
              formatDate(lastDayOf(slot, weeks), now),
              weeks,
            )}
          </Text>
        </>
      ) : null}
    </WishPart>
  )
}
