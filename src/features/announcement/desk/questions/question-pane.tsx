import { useMemo } from 'react'
import type { DeskQuestion } from '../../../../../types/contract/announcement-desk'
import { AnswerPart } from '../../../../cloud/answer-part'
import { ReviewPart } from '../../../../cloud/review-part'
import { formatMoment } from '../../../../lib/time.format'
import { Chips } from '../../../../ui/chips'
import { Notice } from '../../../../ui/notice'
import { Heading, Say, Stack } from '../../../../ui/stack'
import { QUESTIONS_TEXT as TEXT } from './questions.text'

interface QuestionPaneProps {
  question: DeskQuestion
  region: string
  now: number
  onDone: (reply: DeskQuestion) => void
}

/** One question: let through first where WeChat was unsure, then answered. */
export function QuestionPane({ question, region, now, onDone }: QuestionPaneProps) {
  const { text, title, name, askedAt, state, answer } = question
  return (
    <Stack>
      <Stack card>
        <Heading>{text}</Heading>
        <Say>{TEXT.about(title)}</Say>
        <Say>{TEXT.asked(name, formatMoment(askedAt, now))}</Say>
        {answer ? (
          <Notice tone="plain" icon="check">
            {TEXT.former(formatMoment(answer.at, now), answer.shown)}
          </Notice>
        ) : null}
      </Stack>
      {state === 'held' ? (
        <ReviewPart
          name="announcement.reviewQuestion"
          inputOf={(verdict) => ({ region, questionId: question.questionId, verdict })}
          text={TEXT}
          onDone={onDone}
        />
      ) : (
        <Answer {...{ question, region, onDone }} />
      )}
    </Stack>
  )
}

type PartProps = Omit<QuestionPaneProps, 'now'>

function Answer({ question, region, onDone }: PartProps) {
  const { questionId, answer } = question
  const initial = useMemo(
    () => ({ text: answer?.text ?? '', show: answer?.shown ?? true }),
    [answer],
  )
  return (
    <AnswerPart
      name="announcement.answer"
      draftName={`answer.${questionId}`}
      initial={initial}
      inputOf={({ text, show }) => ({ region, questionId, text, show })}
      text={TEXT}
      again={answer !== undefined}
      onDone={onDone}
    >
      {({ show }, change) => (
        <>
          <Chips
            options={[TEXT.show]}
            chosen={show ? [TEXT.show] : []}
            onToggle={() => change((now) => ({ ...now, show: !now.show }))}
          />
          {show ? <Say>{TEXT.showSay}</Say> : null}
        </>
      )}
    </AnswerPart>
  )
}
