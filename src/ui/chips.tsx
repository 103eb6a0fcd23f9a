import { Text, View } from '@tarojs/components'
import './chips.css'
import { Icon } from './icon'
import { Tap } from './tap'

interface ChipsProps {
  options: readonly string[]
  chosen: readonly string[]
  /** Those that cannot be chosen now; words nearby say why. */
  disabled?: readonly string[]
  onToggle: (option: string) => void
}

/** Choices before typing: any number of them. A chosen one has a tick, not only a colour. */
export function Chips({ options, chosen, disabled = [], onToggle }: ChipsProps) {
  return (
    <View className="chips">
      {options.map((option) => {
        const on = chosen.includes(option)
        return (
          <Tap
            key={option}
            role="checkbox"
            checked={on}
            disabled={disabled.includes(option)}
            className={`chip${on ? ' chip--on' : ''}`}
            onTap={() => onToggle(option)}
          >
            {on ? <Icon name="check" className="chip__tick" /> : null}
            <Text>{option}</Text>
          </Tap>
        )
      })}
    </View>
  )
}
