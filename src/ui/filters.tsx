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
  /** The key of the one chosen; '' while none is. */
  chosen: string
  onChoose: (key: string) => void
}

/** One of a few, side by side; they wrap, so that nothing hides behind a swipe. At a desk one below the other. */
export function Filters({ label, options, chosen, onChoose }: FiltersProps) {
  // While nothing is chosen yet, the first is where Tab stops.
  const stop = options.some(({ key }) => key === chosen) ? chosen : options[0]?.key
  return (
    <RadioGroup className="filters" label={label}>
      {options.map(({ key, say, count, label: spoken }) => (
        <Tap
          key={key}
          role="radio"
          checked={key === chosen}
          tabStop={key === stop}
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
