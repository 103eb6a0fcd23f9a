import type { Must } from '../../../../../types/contract/announcement-content'
import { LIMITS } from '../../../../../types/contract/limits'
import { Button } from '../../../../ui/button'
import { Section } from '../../../../ui/card'
import { Filters } from '../../../../ui/filters'
import { Notice } from '../../../../ui/notice'
import { Options } from '../../../../ui/options'
import { Say, Stack } from '../../../../ui/stack'
import { TextField } from '../../../../ui/text-field'
import { EDITOR_TEXT } from './editor.text'
import { askedOf, type PlanDraft } from './plan.draft'
import type { PlanProblem } from './plan.rules'
import { UntilField } from './until-field'

const TEXT = EDITOR_TEXT.asks
const MUSTS = Object.keys(TEXT.musts) as (Must['do'] | '')[]
const HOURS = [4, 24, 48, 72, 168]

interface StepAsksProps {
  draft: PlanDraft
  onChange: (part: Partial<PlanDraft>) => void
  now: number
  problem: PlanProblem | undefined
}

/** What its readers must do, when those who have not are called, and how long it stands where. */
export function StepAsks({ draft, onChange, now, problem }: StepAsksProps) {
  const { category, questions, pinnedUntil, expiresAt } = draft
  const { must, callAfterHours } = askedOf(draft)
  const urgent = category === 'emergency'
  const hours = HOURS.includes(callAfterHours) ? HOURS : [callAfterHours, ...HOURS]
  return (
    <Stack>
      <Section title={TEXT.must}>
        <Stack card>
          <Options
            label={TEXT.must}
            options={MUSTS.filter((value) => value || !urgent).map((value) => ({
              value,
              ...TEXT.musts[value],
            }))}
            chosen={must}
            onChoose={(next) => onChange({ must: next, callAfterHours })}
          />
          {urgent ? <Say>{TEXT.emergency}</Say> : null}
          {must === 'choose' ? <Choices {...{ draft, onChange, problem }} /> : null}
          {must ? (
            <>
              <Say>{TEXT.callAfter}</Say>
              <Filters
                label={TEXT.callAfter}
                options={hours.map((count) => ({ key: String(count), say: TEXT.hours(count) }))}
                chosen={String(callAfterHours)}
                onChoose={(key) => onChange({ must, callAfterHours: Number(key) })}
              />
            </>
          ) : null}
        </Stack>
      </Section>
      <Section title={TEXT.questions}>
        <Filters
          label={TEXT.questions}
          options={[
            { key: 'yes', say: TEXT.questionsYes },
            { key: 'no', say: TEXT.questionsNo },
          ]}
          chosen={questions ? 'yes' : 'no'}
          onChoose={(key) => onChange({ questions: key === 'yes' })}
        />
      </Section>
      <Stack card>
        <UntilField
          label={TEXT.pinned}
          none={TEXT.notPinned}
          at={pinnedUntil}
          onChange={(at) => onChange({ pinnedUntil: at })}
          now={now}
        />
        <UntilField
          label={TEXT.expires}
          none={TEXT.never}
          at={expiresAt}
          onChange={(at) => onChange({ expiresAt: at })}
          now={now}
        />
        <Say>{TEXT.expiresSay}</Say>
      </Stack>
    </Stack>
  )
}

function Choices({
  draft,
  onChange,
  problem,
}: Pick<StepAsksProps, 'draft' | 'onChange' | 'problem'>) {
  const { choices } = draft
  const set = (index: number, say: string) =>
    onChange({ choices: choices.map((one, at) => (at === index ? say : one)) })
  return (
    <Stack>
      <Say>{TEXT.choices}</Say>
      {choices.map((one, index) => (
        <TextField
          key={index}
          kind="code"
          label={TEXT.choice(index + 1)}
          value={one}
          onChange={(say) => set(index, say)}
          maxLength={LIMITS.choiceChars}
        />
      ))}
      {problem === 'choices' || problem === 'sameChoices' ? (
        <Notice tone="danger">{EDITOR_TEXT.problem[problem]}</Notice>
      ) : null}
      {choices.length < LIMITS.choices ? (
        <Button kind="second" onTap={() => onChange({ choices: [...choices, ''] })}>
          {TEXT.addChoice}
        </Button>
      ) : null}
    </Stack>
  )
}
