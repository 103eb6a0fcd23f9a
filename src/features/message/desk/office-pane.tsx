import { useMemo, useState } from 'react'
import { LIMITS } from '../../../../types/contract/limits'
import type { OfficeQuestion } from '../../../../types/contract/message-office'
import { ReviewPart } from '../../../cloud/review-part'
import { useCommand } from '../../../cloud/use-command'
import { formatMoment } from '../../../lib/time.format'
import { useDraft } from '../../../lib/use-draft'
import { Button } from '../../../ui/button'
import { Facts } from '../../../ui/facts'
import { Notice } from '../../../ui/notice'
import { Heading, Say, Stack } from '../../../ui/stack'
import { TextField } from '../../../ui/text-field'
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
  const { draft, change, drop } = useDraft(
    `office.${questionId}`,
    initial,
    (kept) => {
      const { text } = (kept ?? {}) as { text?: unknown }
      return typeof text === 'string' ? { text } : initial
    },
    { as: 'me' },
  )
  const command = useCommand('message.answerOfficeQuestion')
  const [missing, setMissing] = useState(false)
  const send = async () => {
    const text = draft.text.trim()
    if (text === '') return setMissing(true)
    const result = await command.run({ questionId, text })
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
          change(() => ({ text }))
        }}
        maxLength={LIMITS.answerChars}
        problem={missing ? TEXT.missing : undefined}
      />
      <Say>{TEXT.onlyThem}</Say>
      {command.error ? <Notice tone="warn">{command.error.message}</Notice> : null}
      <Button busy={command.says(TEXT.sending)} onTap={() => void send()}>
        {answer ? TEXT.change : TEXT.send}
      </Button>
    </Stack>
  )
}
