import { useMemo } from 'react'
import type { OfficeQuestion } from '../../../../types/contract/message-office'
import { AnswerPart } from '../../../cloud/answer-part'
import { ReviewPart } from '../../../cloud/review-part'
import { formatMoment } from '../../../lib/time.format'
import { Facts } from '../../../ui/facts'
import { Notice } from '../../../ui/notice'
import { Heading, Say, Stack } from '../../../ui/stack'
import { dueBadgeOf, dueOf } from './office.format'
import { OFFICE_TEXT as TEXT } from './office.text'

interface OfficePaneProps {
  question: OfficeQuestion
  now: number
  onDone: (reply: OfficeQuestion) => void
}

/** One question to the office: let through first where WeChat was unsure, then answered. */
export function OfficePane({ question, now, onDone }: OfficePaneProps) {
  const { text, name, home, by, askedAt, state, answer } = question
  const badge = dueBadgeOf(question, now)
  return (
    <Stack>
      <Stack card>
        <Heading>{text}</Heading>
        <Facts
          rows={[
            { label: TEXT.facts.who, value: name },
            { label: TEXT.facts.home, value: home },
            { label: TEXT.facts.by, value: by && TEXT.by[by] },
            { label: TEXT.facts.asked, value: formatMoment(askedAt, now) },
            {
              label: TEXT.facts.due,
              value: state === 'answered' ? undefined : dueOf(question, now),
            },
          ]}
        />
        {badge ? (
          <Notice tone="warn" icon="clock">
            {badge.say}
          </Notice>
        ) : null}
        {answer ? (
          <Notice tone="plain" icon="check">
            {TEXT.former(answer.by, formatMoment(answer.at, now))}
          </Notice>
        ) : null}
      </Stack>
      {state === 'held' ? (
        <ReviewPart
          name="message.reviewOfficeQuestion"
          inputOf={(verdict) => ({ questionId: question.questionId, verdict })}
          text={TEXT}
          onDone={onDone}
        />
      ) : (
        <Answer question={question} onDone={onDone} />
      )}
    </Stack>
  )
}

type PartProps = Omit<OfficePaneProps, 'now'>

function Answer({ question: { questionId, answer }, onDone }: PartProps) {
  const initial = useMemo(() => ({ text: answer?.text ?? '' }), [answer])
  return (
    <AnswerPart
      name="message.answerOfficeQuestion"
      draftName={`office.${questionId}`}
      initial={initial}
      inputOf={({ text }) => ({ questionId, text })}
      text={TEXT}
      again={answer !== undefined}
      onDone={onDone}
    >
      {() => <Say>{TEXT.onlyThem}</Say>}
    </AnswerPart>
  )
}
