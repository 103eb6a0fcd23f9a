import { useMemo, useState } from 'react'
import type { DeskQuestion } from '../../../../../types/contract/announcement-desk'
import { LIMITS } from '../../../../../types/contract/limits'
import { ReviewPart } from '../../../../cloud/review-part'
import { useCommand } from '../../../../cloud/use-command'
import { formatMoment } from '../../../../lib/time.format'
import { useDraft } from '../../../../lib/use-draft'
import { Button } from '../../../../ui/button'
import { Chips } from '../../../../ui/chips'
import { Notice } from '../../../../ui/notice'
import { Heading, Say, Stack } from '../../../../ui/stack'
import { TextField } from '../../../../ui/text-field'
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

interface AnswerDraft {
  text: string
  show: boolean
}

function Answer({ question, region, onDone }: PartProps) {
  const { questionId, answer } = question
  const initial = useMemo<AnswerDraft>(
    () => ({ text: answer?.text ?? '', show: answer?.shown ?? true }),
    [answer],
  )
  const { draft, change, drop } = useDraft(
    `answer.${questionId}`,
    initial,
    (kept) => {
      const { text, show } = (kept ?? {}) as Partial<AnswerDraft>
      return typeof text === 'string' && typeof show === 'boolean' ? { text, show } : initial
    },
    { as: 'me' },
  )
  const command = useCommand('announcement.answer')
  const [missing, setMissing] = useState(false)
  const send = async () => {
    const text = draft.text.trim()
    if (text === '') return setMissing(true)
    const result = await command.run({ region, questionId, text, show: draft.show })
    if (!result?.ok) return
    drop()
    onDone(result.data)
  }
  return (
    <Stack card>
      <TextField
        kind="text"
        label={TEXT.answer}
        hint={TEXT.answerHint}
        value={draft.text}
        onChange={(text) => {
          setMissing(false)
          change((now) => ({ ...now, text }))
        }}
        maxLength={LIMITS.answerChars}
        problem={missing ? TEXT.missing : undefined}
      />
      <Chips
        options={[TEXT.show]}
        chosen={draft.show ? [TEXT.show] : []}
        onToggle={() => change((now) => ({ ...now, show: !now.show }))}
      />
      {draft.show ? <Say>{TEXT.showSay}</Say> : null}
      {command.error ? <Notice tone="warn">{command.error.message}</Notice> : null}
      <Button busy={command.says(TEXT.sending)} onTap={() => void send()}>
        {answer ? TEXT.change : TEXT.send}
      </Button>
    </Stack>
  )
}
