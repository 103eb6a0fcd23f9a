import { Text } from '@tarojs/components'
import { Icon } from '../../../ui/icon'
import { RadioGroup } from '../../../ui/radio-group'
import { Tap } from '../../../ui/tap'
import { AFTER_TEXT as TEXT } from './after.text'
import { type Stars, STARS } from './rating.draft'
import './stars.css'

/** '★★★★☆': for the eye; what a screen reader says stands beside it. */
const drawn = (stars: number): string => '★'.repeat(stars) + '☆'.repeat(5 - stars)

/** Stars that somebody gave. */
export function StarsGiven({ stars }: { stars: number }) {
  return (
    <Text className="stars" aria-hidden="true">
      {drawn(stars)}
    </Text>
  )
}

interface StarRowsProps {
  label: string
  chosen: Stars | undefined
  onChoose: (stars: Stars) => void
}

/** One to five, each in a row of its own with its word: a finger hits it, and nobody has to count stars. */
export function StarRows({ label, chosen, onChoose }: StarRowsProps) {
  return (
    <RadioGroup className="star-rows" label={label}>
      {STARS.map((stars, index) => (
        <Tap
          key={stars}
          role="radio"
          className={`star-row${stars === chosen ? ' star-row--on' : ''}`}
          checked={stars === chosen}
          tabStop={chosen === undefined ? index === 0 : stars === chosen}
          label={TEXT.starsSaid(stars, TEXT.stars[stars])}
          onTap={() => onChoose(stars)}
        >
          <Text className="star-row__stars">{drawn(stars)}</Text>
          <Text className="star-row__say">{TEXT.stars[stars]}</Text>
          {stars === chosen ? <Icon name="check" className="star-row__tick" /> : null}
        </Tap>
      ))}
    </RadioGroup>
  )
}
