import { LIMITS } from '../../../../types/contract/limits'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Heading, Stack } from '../../../ui/stack'
import { TextField } from '../../../ui/text-field'
import { ChoiceField } from './choice-field'
import { KEEP_TEXT } from './keep.text'
import { newQuestion, type QuestionDraft } from './service.draft'
import type { StepProps } from './step-props'

const TEXT = KEEP_TEXT.more
const LINES_CHARS = LIMITS.serviceLines * (LIMITS.serviceLineChars + 1)
const CHOICES_CHARS = LIMITS.answerChoices * (LIMITS.choiceChars + 1)
const YES = 'yes'
const NO = 'no'

/** What to bring, what to do before, and what the service asks. */
export function StepMore({ draft, onChange, wrong }: StepProps) {
  const { questions } = draft
  const set = (key: string, part: Partial<QuestionDraft>) =>
    onChange({ questions: questions.map((one) => (one.key === key ? { ...one, ...part } : one)) })
  return (
    <Stack>
      <Stack card>
        <TextField
          kind="text"
          label={TEXT.bring}
          hint={TEXT.lines}
          value={draft.bring}
          onChange={(bring) => onChange({ bring })}
          maxLength={LINES_CHARS}
          problem={wrong('bring')}
        />
        <TextField
          kind="text"
          label={TEXT.prepare}
          hint={TEXT.lines}
          value={draft.prepare}
          onChange={(prepare) => onChange({ prepare })}
          maxLength={LINES_CHARS}
          problem={wrong('prepare')}
        />
      </Stack>
      <Heading>{TEXT.questions}</Heading>
      {questions.map((one, index) => (
        <Stack card key={one.key}>
          <TextField
            kind="code"
            label={TEXT.ask(index + 1)}
            hint={TEXT.askHint}
            value={one.ask}
            onChange={(ask) => set(one.key, { ask })}
            maxLength={LIMITS.questionAskChars}
            problem={wrong(`terms.questions.${index}`)}
          />
          <TextField
            kind="text"
            label={TEXT.choices}
            hint={TEXT.choicesHint}
            value={one.choices}
            onChange={(choices) => set(one.key, { choices })}
            maxLength={CHOICES_CHARS}
          />
          <ChoiceField
            label={TEXT.must}
            options={[YES, NO]}
            sayOf={(must) => (must === YES ? TEXT.yes : TEXT.no)}
            chosen={one.must ? YES : NO}
            onChoose={(must) => set(one.key, { must: must === YES })}
          />
          <Button
            kind="second"
            onTap={() => onChange({ questions: questions.filter(({ key }) => key !== one.key) })}
          >
            {TEXT.remove}
          </Button>
        </Stack>
      ))}
      {questions.length === 0 && wrong('terms.questions') ? (
        <Notice tone="danger">{wrong('terms.questions')}</Notice>
      ) : null}
      {questions.length < LIMITS.serviceQuestions ? (
        <Button
          kind="second"
          onTap={() => onChange({ questions: [...questions, newQuestion(questions)] })}
        >
          {TEXT.add}
        </Button>
      ) : null}
    </Stack>
  )
}
