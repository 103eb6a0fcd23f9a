import { Text } from '@tarojs/components'
import './filters.css'
import { RadioGroup } from './radio-group'
import { Tap } from './tap'

export interface Filter {
  key: string
  say: string
  /** How many there are behind it. */
  count?: number
  /** What a screen reader says, when it is more than the words and the count. */
  label?: string
}

interface FiltersProps {
  /** What is chosen here. */
  label: string
  options: readonly Filter[]
  /** None yet where the person has to say it. */
  chosen: string | undefined
  onChoose: (key: string) => void
}

/** One of a few, side by side; they wrap, so that nothing hides behind a swipe. At a desk one below the other. */
export function Filters({ label, options, chosen, onChoose }: FiltersProps) {
  return (
    <RadioGroup className="filters" label={label}>
      {options.map(({ key, say, count, label: spoken }, index) => (
        <Tap
          key={key}
          role="radio"
          checked={key === chosen}
          tabStop={chosen === undefined ? index === 0 : key === chosen}
          className={`filter${key === chosen ? ' filter--chosen' : ''}`}
          {...(spoken ? { label: spoken } : {})}
          onTap={() => onChoose(key)}
        >
          <Text className="filter__say">{say}</Text>
          {count === undefined ? null : <Text className="filter__count">{count}</Text>}
        </Tap>
      ))}
    </RadioGroup>
  )
}
