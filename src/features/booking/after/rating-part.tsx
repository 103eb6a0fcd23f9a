import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { dayOf, formatDate } from '../../../lib/time.format'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Say, Stack } from '../../../ui/stack'
import { AFTER_TEXT as TEXT } from './after.text'
import { type Rating, RatingForm } from './rating-form'
import './rating.css'
import { type Stars } from './rating.draft'
import { StarsGiven } from './stars'

interface RatingPartProps {
  bookingId: string
  /** Whose visit it was, where it was not the caller's. */
  name: string | undefined
  rating: Rating | undefined
  mayRate: boolean
  now: number
  onRated: (rating: Rating, whom: string | undefined) => void
}

/** What was said of a visit, and what may be said of it now. */
export function RatingPart({ bookingId, name, rating, mayRate, now, onRated }: RatingPartProps) {
  const [changing, setChanging] = useState(false)
  const [thanked, setThanked] = useState(false)
  const rated = (next: Rating, whom: string | undefined) => {
    onRated(next, whom)
    setChanging(false)
    setThanked(true)
  }
  if (!rating && !mayRate) {
    return (
      <Stack card>
        <Text className="rating__ask">{TEXT.closed}</Text>
        <Say>{TEXT.closedSay}</Say>
      </Stack>
    )
  }
  if (!rating || changing) {
    return (
      <RatingForm
        key={changing ? 'changing' : 'first'}
        {...{ bookingId, name, onRated: rated }}
        {...(rating ? { before: rating, onStay: () => setChanging(false) } : {})}
      />
    )
  }
  const { stars, words, until } = rating
  return (
    <Stack card>
      {thanked ? (
        <Notice tone="plain" icon="check">
          {TEXT.thanks}
        </Notice>
      ) : null}
      <Text className="rating__ask">{name === undefined ? TEXT.said : TEXT.saidFor(name)}</Text>
      <View className="rating__given">
        <StarsGiven stars={stars} />
        <Text className="rating__level">{TEXT.starsSaid(stars, TEXT.stars[stars as Stars])}</Text>
      </View>
      {words === undefined ? null : <Text className="rating__words">{words}</Text>}
      <Say>{mayRate ? TEXT.until(formatDate(dayOf(until), now)) : TEXT.over}</Say>
      {mayRate ? (
        <Button kind="second" onTap={() => setChanging(true)}>
          {TEXT.again}
        </Button>
      ) : null}
    </Stack>
  )
}
