import { Text, View } from '@tarojs/components'
import type { Terms } from '../../../types/contract/booking'
import { LIMITS } from '../../../types/contract/limits'
import { Filters } from '../../ui/filters'
import { Notice } from '../../ui/notice'
import { TextField } from '../../ui/text-field'
import type { WishDraft } from './booking.wish'
import { WISH_TEXT as TEXT } from './booking.wish.text'
import { WishPart } from './wish-part'

interface QuestionsFieldProps {
  questions: Terms['questions']
  answers: WishDraft['answers']
  /** The keys of those that have to be answered before it goes on. */
  missing: readonly string[]
  onAnswer: (key: string, answer: string) => void
}

/** What the service asks before a visit: choices where it gives some, words for the rest. */
export function QuestionsField({ questions, answers, missing, onAnswer }: QuestionsFieldProps) {
  if (questions.length === 0) return null
  return (
    <WishPart title={TEXT.questions}>
      {questions.map(({ key, ask, choices, must }) => {
        const name = must ? ask : `${ask}${TEXT.mayLeave}`
        const answer = answers[key] ?? ''
        const problem = missing.includes(key) ? TEXT.unanswered : undefined
        if (!choices) {
          return (
            <TextField
              key={key}
              label={name}
              hint={TEXT.answerHere}
              value={answer}
              maxLength={LIMITS.answerTextChars}
              onChange={(text) => onAnswer(key, text)}
              problem={problem}
            />
          )
        }
        return (
          <View key={key} className="wish__ask">
            <Text className="wish__name">{name}</Text>
            <Filters
              label={name}
              options={choices.map((choice) => ({ key: choice, say: choice }))}
              chosen={choices.includes(answer) ? answer : ''}
              onChoose={(choice) => onAnswer(key, !must && choice === answer ? '' : choice)}
            />
            {problem ? <Notice tone="danger">{problem}</Notice> : null}
          </View>
        )
      })}
    </WishPart>
  )
}
