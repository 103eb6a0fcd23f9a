import { Text, View } from '@tarojs/components'
import './bars.css'
import { role } from './role'

export interface Bar {
  label: string
  /** How long it is, against the longest. */
  value: number
  /** How long it could be: then each fills a track of its own. */
  of?: number
  /** The value as people read it, e.g. 1,200元. */
  say: string
  /** Two kinds of things beside each other are told apart by their tint too. */
  tone?: 'leaf' | 'amber'
}

interface BarsProps {
  /** What is compared, for screen readers. */
  label: string
  bars: readonly Bar[]
}

/** Amounts compared by their length: each with its name and its figure, so that nothing hangs on the picture. */
export function Bars({ label, bars }: BarsProps) {
  const longest = Math.max(1, ...bars.map(({ value }) => Math.abs(value)))
  return (
    <View className="bars" aria-label={label} {...role('list')}>
      {bars.map(({ label: name, value, of = longest, say, tone = 'leaf' }, index) => (
        <View
          key={`${index} ${name}`}
          className="bars__row"
          aria-label={`${name}，${say}`}
          {...role('listitem')}
        >
          <View className="bars__words">
            <Text className="bars__label">{name}</Text>
            <Text className="bars__say">{say}</Text>
          </View>
          <View className="bars__track" aria-hidden="true">
            {value === 0 ? null : (
              <View
                className={`bars__bar bars__bar--${tone}`}
                style={{ width: `${partOf(value, of)}%` }}
              />
            )}
          </View>
        </View>
      ))}
    </View>
  )
}

/** In percent, to a tenth. */
const partOf = (value: number, of: number): number =>
  of === 0 ? 0 : Math.min(100, Math.round((Math.abs(value) / of) * 1000) / 10)
