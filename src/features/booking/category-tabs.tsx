import { Text } from '@tarojs/components'
import type { ServiceCategory } from '../../../types/contract/booking'
import { RadioGroup } from '../../ui/radio-group'
import { Tap } from '../../ui/tap'
import { showCategory } from './booking.filter'
import { BOOKING_TEXT } from './booking.text'
import './category-tabs.css'

interface CategoryTabsProps {
  groups: readonly ServiceCategory[]
  chosen: ServiceCategory | 'all'
}

/** Which kind of services to show. They wrap: nothing hides behind a swipe. */
export function CategoryTabs({ groups, chosen }: CategoryTabsProps) {
  if (groups.length < 2) return null
  return (
    <RadioGroup className="category-tabs" label={BOOKING_TEXT.services.kind}>
      {(['all', ...groups] as const).map((group) => (
        <Tap
          key={group}
          role="radio"
          checked={group === chosen}
          tabStop={group === chosen}
          className={`category-tab${group === chosen ? ' category-tab--on' : ''}`}
          onTap={() => showCategory(group)}
        >
          <Text>
            {group === 'all' ? BOOKING_TEXT.services.everything : BOOKING_TEXT.category[group]}
          </Text>
        </Tap>
      ))}
    </RadioGroup>
  )
}
