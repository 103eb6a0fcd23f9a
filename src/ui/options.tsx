import { Text, View } from '@tarojs/components'
import { Icon } from './icon'
import './options.css'
import { RadioGroup } from './radio-group'
import { Tap } from './tap'

interface Option<Value> {
  value: Value
  title: string
  say?: string
}

interface OptionsProps<Value> {
  /** What is chosen here, for screen readers. */
  label: string
  options: readonly Option<Value>[]
  /** None yet where the person has to say it. */
  chosen: Value | undefined
  onChoose: (value: Value) => void
}

/** One of a few, each on a row of its own. The chosen one has a tick, not only a colour. */
export function Options<Value extends string | number>({
  label,
  options,
  chosen,
  onChoose,
}: OptionsProps<Value>) {
  return (
    <RadioGroup className="options" label={label}>
      {options.map(({ value, title, say }, index) => (
        <Tap
          key={value}
          role="radio"
          className={`option${value === chosen ? ' option--on' : ''}`}
          checked={value === chosen}
          tabStop={chosen === undefined ? index === 0 : value === chosen}
          label={[title, say].filter(Boolean).join('，')}
          onTap={() => onChoose(value)}
        >
          <View className="option__words">
            <Text className="option__title">{title}</Text>
            {say ? <Text className="option__say">{say}</Text> : null}
          </View>
          {value === chosen ? <Icon name="check" className="option__tick" /> : null}
        </Tap>
      ))}
    </RadioGroup>
  )
}
