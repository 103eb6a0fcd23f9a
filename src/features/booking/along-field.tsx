import { View } from '@tarojs/components'
import { LIMITS } from '../../../types/contract/limits'
import { Icon } from '../../ui/icon'
import { Tap } from '../../ui/tap'
import { WISH_TEXT as TEXT } from './booking.wish.text'
import { WishPart } from './wish-part'

interface AlongFieldProps {
  /** People whom the caller may book for, without the one it is for. */
  people: readonly { residentId: string; name: string }[]
  chosen: readonly string[]
  onToggle: (residentId: string) => void
}

/** Who else comes along, each with a place of their own. */
export function AlongField({ people, chosen, onToggle }: AlongFieldProps) {
  if (people.length === 0) return null
  const full = chosen.length >= LIMITS.peopleAtOnce - 1
  return (
    <WishPart title={TEXT.along} say={TEXT.alongSay}>
      <View className="chips">
        {people.map(({ residentId, name }) => {
          const on = chosen.includes(residentId)
          return (
            <Tap
              key={residentId}
              role="checkbox"
              checked={on}
              disabled={full && !on}
              className={`chip${on ? ' chip--on' : ''}`}
              onTap={() => onToggle(residentId)}
            >
              {on ? <Icon name="check" className="chip__tick" /> : null}
              {name}
            </Tap>
          )
        })}
      </View>
    </WishPart>
  )
}
