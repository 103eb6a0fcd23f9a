import { Text } from '@tarojs/components'
import './options.css'
import { RadioGroup } from './radio-group'
import { Tap } from './tap'

export interface Option {
  key: string
  say: string
  /** How many there are behind it. */
  count?: number
  /** What a screen reader says, when it is more than the words and the count. */
  label?: string
}

interface OptionsProps {
  /** What is chosen here. */
  label: string
  options: readonly Option[]
  chosen: string
  onChoose: (key: string) => void
}

/** One of a few, side by side on a phone and one below the other at a desk. */
export function Options({ label, options, chosen, onChoose }: OptionsProps) {
  return (
    <RadioGroup className="options" label={label}>
      {options.map(({ key, say, count, label: spoken }) => (
        <Tap
          key={key}
          role="radio"
          checked={key === chosen}
          tabStop={key === chosen}
          className={`option${key === chosen ? ' option--chosen' : ''}`}
          {...(spoken ? { label: spoken } : {})}
          onTap={() => onChoose(key)}
        >
          <Text className="option__say">{say}</Text>
          {count === undefined ? null : <Text className="option__count">{count}</Text>}
        </Tap>
      ))}
    </RadioGroup>
  )
}
