import { ScrollView, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from './button'
import './day-strip.css'
import { useElder } from './elder'
import { RadioGroup } from './radio-group'
import { Tap } from './tap'
import { UI_TEXT } from './ui.text'

export interface StripDay {
  day: string
  /** '今天' or '周二' */
  name: string
  /** '11/24' */
  date: string
  /** What a screen reader says. */
  spoken: string
  state: 'open' | 'full' | 'none'
  /** The state in a word, e.g. '有空', '约满', '没有'. */
  word: string
}

interface DayStripProps {
  /** What is chosen here, for screen readers. */
  label: string
  days: readonly StripDay[]
  chosen: string | undefined
  onChoose: (day: string) => void
  /** Reads days after these, when there are any. */
  later?: { busy: boolean; onTap: () => void } | undefined
}

/** In elder mode: two rows of three, so that the times below are in sight. */
const FIRST_DAYS = 6

/** Days side by side, to swipe; in elder mode a grid and a button, so that nothing hides behind a swipe. */
export function DayStrip(props: DayStripProps) {
  return useElder() ? <DayGrid {...props} /> : <DayRow {...props} />
}

function DayRow({ label, days, chosen, onChoose, later }: DayStripProps) {
  return (
    <ScrollView className="day-strip" scrollX enhanced showScrollbar={false}>
      <View className="day-strip__row">
        <RadioGroup className="days" label={label}>
          {days.map((day) => (
            <DayCell key={day.day} day={day} chosen={day.day === chosen} onChoose={onChoose} />
          ))}
        </RadioGroup>
        {later ? <LaterDays {...later} /> : null}
      </View>
    </ScrollView>
  )
}

function DayGrid({ label, days, chosen, onChoose, later }: DayStripProps) {
  const [all, setAll] = useState(false)
  // Days without a time would only push the times out of sight.
  const offered = days.filter(({ state }) => state !== 'none')
  const chosenLater = offered.findIndex(({ day }) => day === chosen) >= FIRST_DAYS
  const shown = all || chosenLater ? offered : offered.slice(0, FIRST_DAYS)
  const showAll = { busy: false, onTap: () => setAll(true) }
  const readLater = later && {
    ...later,
    onTap: () => {
      setAll(true)
      later.onTap()
    },
  }
  const more = shown.length < offered.length ? showAll : readLater
  return (
    <>
      <RadioGroup className="days days--wrap" label={label}>
        {shown.map((day) => (
          <DayCell key={day.day} day={day} chosen={day.day === chosen} onChoose={onChoose} />
        ))}
      </RadioGroup>
      {more ? <LaterDays {...more} /> : null}
    </>
  )
}

/** Days after the last one shown: at the end of the row, or below the grid. */
function LaterDays({ busy, onTap }: { busy: boolean; onTap: () => void }) {
  return (
    <View className="days__more">
      <Button kind="second" busy={busy && UI_TEXT.moreBusy} onTap={onTap}>
        {UI_TEXT.laterDays}
      </Button>
    </View>
  )
}

interface DayCellProps {
  day: StripDay
  chosen: boolean
  onChoose: (day: string) => void
}

function DayCell({ day, chosen, onChoose }: DayCellProps) {
  return (
    <Tap
      className={`day day--${day.state}${chosen ? ' day--chosen' : ''}`}
      label={day.spoken}
      checked={chosen}
      role="radio"
      tabStop={chosen}
      disabled={day.state === 'none'}
      onTap={() => onChoose(day.day)}
    >
      <Text className="day__name">{day.name}</Text>
      <Text className="day__date">{day.date}</Text>
      <Text className="day__word">{day.word}</Text>
    </Tap>
  )
}
