import type { AttributeName } from '../../../../types/contract/people'
import { Chips } from '../../../ui/chips'
import { Fold } from '../../../ui/fold'
import { Notice } from '../../../ui/notice'
import { Heading, Say, Stack } from '../../../ui/stack'
import { FieldLabel, TextField } from '../../../ui/text-field'
import { TERMS_TEXT } from '../booking.terms.text'
import { ChoiceField } from './choice-field'
import { KEEP_TEXT } from './keep.text'
import type { LimitsDraft } from './service.draft'
import type { StepProps } from './step-props'

const TEXT = KEEP_TEXT.terms
const GROUPS = Object.entries(TERMS_TEXT.group) as [AttributeName, string][]
const DAYS = [7, 14, 30, 60, 90]
const LEADS = [0, 60, 1_440, 2_880]
const LINES = [0, 60, 120, 1_440]
const LATES = [0, 15, 30]
const AGE_CHARS = 3
const YES = 'yes'
const NO = 'no'

/** Who may book, when, how often, and what becomes of a place that is not used. */
export function StepTerms({ draft, onChange, wrong }: StepProps) {
  const { anyOf, subsidy } = draft
  const toggle = (said: string) => {
    const group = GROUPS.find(([, one]) => one === said)?.[0]
    if (!group) return
    const on = anyOf.includes(group)
    onChange({ anyOf: on ? anyOf.filter((one) => one !== group) : [...anyOf, group] })
  }
  return (
    <Stack>
      <Stack card>
        <Heading>{TEXT.who}</Heading>
        <TextField
          kind="phone"
          label={TEXT.ageFrom}
          hint={TEXT.any}
          value={draft.ageFrom}
          onChange={(ageFrom) => onChange({ ageFrom })}
          maxLength={AGE_CHARS}
        />
        <TextField
          kind="phone"
          label={TEXT.ageTo}
          hint={TEXT.any}
          value={draft.ageTo}
          onChange={(ageTo) => onChange({ ageTo })}
          maxLength={AGE_CHARS}
          problem={wrong('terms.who')}
        />
        <FieldLabel>{TEXT.groups}</FieldLabel>
        <Chips
          options={GROUPS.map(([, say]) => say)}
          chosen={anyOf.map((one) => TERMS_TEXT.group[one])}
          onToggle={toggle}
        />
      </Stack>
      <Stack card>
        <Heading>{TEXT.when}</Heading>
        <ChoiceField
          label={TEXT.ahead}
          options={DAYS}
          sayOf={TEXT.days}
          chosen={draft.aheadDays}
          onChoose={(aheadDays) => onChange({ aheadDays })}
          problem={wrong('terms.aheadDays')}
        />
        <ChoiceField
          label={TEXT.lead}
          options={LEADS}
          sayOf={TEXT.leads}
          chosen={draft.leadMinutes}
          onChoose={(leadMinutes) => onChange({ leadMinutes })}
        />
        <ChoiceField
          label={TEXT.cancel}
          options={LEADS}
          sayOf={TEXT.leads}
          chosen={draft.cancelMinutes}
          onChoose={(cancelMinutes) => onChange({ cancelMinutes })}
        />
      </Stack>
      <Stack card>
        <Heading>{TEXT.often}</Heading>
        <LimitFields
          title={TEXT.person}
          limits={draft.person}
          onChange={(person) => onChange({ person })}
          problem={wrong('terms.person')}
        />
        <LimitFields
          title={TEXT.household}
          limits={draft.household}
          onChange={(household) => onChange({ household })}
          problem={wrong('terms.household')}
        />
        <ChoiceField
          label={TEXT.repeats}
          options={[YES, NO]}
          sayOf={(one) => (one === YES ? TEXT.yes : TEXT.no)}
          chosen={draft.repeats ? YES : NO}
          onChoose={(one) => onChange({ repeats: one === YES })}
        />
      </Stack>
      <Stack card>
        <ChoiceField
          label={TEXT.line}
          options={LINES}
          sayOf={TEXT.lines}
          chosen={draft.offerMinutes}
          onChoose={(offerMinutes) => onChange({ offerMinutes })}
        />
        <ChoiceField
          label={TEXT.late}
          options={LATES}
          sayOf={TEXT.lates}
          chosen={draft.lateMinutes}
          onChoose={(lateMinutes) => onChange({ lateMinutes })}
        />
        <ChoiceField
          label={TEXT.strikes}
          options={[YES, NO]}
          sayOf={(one) => (one === YES ? TEXT.counts : TEXT.countsNot)}
          chosen={draft.strikes ? YES : NO}
          onChoose={(one) => onChange({ strikes: one === YES })}
        />
        {draft.strikes ? <Say>{TEXT.strikesSay}</Say> : null}
      </Stack>
      <Stack card>
        <ChoiceField
          label={TEXT.subsidy}
          options={['none', 'voucher', 'minute'] as const}
          sayOf={(one) => TEXT.subsidies[one]}
          chosen={subsidy}
          onChoose={(one) => onChange({ subsidy: one })}
        />
        {subsidy === 'minute' ? (
          <TextField
            kind="phone"
            label={TEXT.units}
            hint={draft.minutes}
            value={draft.units}
            onChange={(units) => onChange({ units })}
            maxLength={4}
            problem={wrong('terms.subsidy')}
          />
        ) : null}
      </Stack>
    </Stack>
  )
}

interface LimitFieldsProps {
  title: string
  limits: LimitsDraft
  onChange: (limits: LimitsDraft) => void
  problem: string | undefined
}

/** How many in a day, a week, a month; folded away, since most services have none. */
function LimitFields({ title, limits, onChange, problem }: LimitFieldsProps) {
  return (
    <Stack>
      <Fold title={title}>
        <Stack>
          {(['day', 'week', 'month'] as const).map((span) => (
            <TextField
              key={span}
              kind="phone"
              label={`${title}：${TEXT.each[span]}`}
              hint={TEXT.any}
              value={limits[span]}
              onChange={(typed) => onChange({ ...limits, [span]: typed })}
              maxLength={3}
            />
          ))}
        </Stack>
      </Fold>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
    </Stack>
  )
}
