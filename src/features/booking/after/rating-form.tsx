import { useMemo } from 'react'
import { Text } from '@tarojs/components'
import type { Contract } from '../../../../types/contract'
import { useCommand } from '../../../cloud/use-command'
import { keptLike } from '../../../lib/kept-like'
import { useDraft } from '../../../lib/use-draft'
import { Button } from '../../../ui/button'
import { Chips } from '../../../ui/chips'
import { Notice } from '../../../ui/notice'
import { Say, Stack } from '../../../ui/stack'
import { TextField } from '../../../ui/text-field'
import { AFTER_TEXT as TEXT } from './after.text'
import {
  choicesOf,
  chosenOf,
  draftOf,
  NOT_RATED,
  starsOf,
  typedRoom,
  withChoice,
  withStars,
  wordsOf,
} from './rating.draft'
import './rating.css'
import { StarRows } from './stars'

export type Rating = Contract['booking.rate']['output']

interface RatingFormProps {
  bookingId: string
  /** Whose visit it was, where it was not the caller's. */
  name: string | undefined
  /** What was said before, and is changed. */
  before?: Rating | undefined
  /** `whom`: for whom it was said, when that is not the caller. */
  onRated: (rating: Rating, whom: string | undefined) => void
  onStay?: () => void
}

/** How a visit was: stars first; what else can be said comes once they are chosen. What was typed outlasts a refusal. */
export function RatingForm({ bookingId, name, before, onRated, onStay }: RatingFormProps) {
  const initial = useMemo(() => (before ? draftOf(before) : NOT_RATED), [before])
  const from = useMemo(() => keptLike(initial), [initial])
  const { draft, latest, change, drop } = useDraft(`rating.${bookingId}`, initial, from)
  const rate = useCommand('booking.rate')
  const stars = starsOf(draft)
  const send = async () => {
    const now = latest()
    const given = starsOf(now)
    if (given === undefined) return
    const words = wordsOf(now)
    const input = { bookingId, stars: given, ...(words === undefined ? {} : { words }) }
    const result = await rate.run(input)
    if (!result?.ok) return
    drop()
    onRated(result.data, result.whom)
  }
  const ask = name === undefined ? TEXT.ask : TEXT.askFor(name)
  return (
    <Stack card>
      <Text className="rating__ask">{ask}</Text>
      <StarRows
        label={ask}
        chosen={stars}
        onChoose={(given) => change((now) => withStars(now, given))}
      />
      {stars === undefined ? null : (
        <>
          <Text className="rating__ask">{TEXT.why}</Text>
          <Say>{TEXT.whyHint}</Say>
          <Chips
            options={choicesOf(stars)}
            chosen={chosenOf(draft)}
            onToggle={(choice) => change((now) => withChoice(now, choice))}
          />
          <TextField
            kind="text"
            label={TEXT.typed}
            value={draft.typed}
            onChange={(typed) => change((now) => ({ ...now, typed }))}
            maxLength={typedRoom(draft)}
          />
          <Say>{TEXT.who}</Say>
          {rate.error ? (
            <Notice tone="warn">{TEXT.refused[rate.error.code] ?? rate.error.message}</Notice>
          ) : null}
          <Button busy={rate.says(TEXT.sending)} onTap={() => void send()}>
            {before ? TEXT.change : TEXT.send}
          </Button>
        </>
      )}
      {onStay ? (
        <Button kind="second" onTap={onStay}>
          {TEXT.stay}
        </Button>
      ) : null}
    </Stack>
  )
}
