import { LIMITS } from '../../../../types/contract/limits'
import type { AttributeName } from '../../../../types/contract/people'
import { addDays, dayOf, formatDate } from '../../../lib/time.format'
import { Chips } from '../../../ui/chips'
import { Filters } from '../../../ui/filters'
import { Say, Stack } from '../../../ui/stack'
import { TextField } from '../../../ui/text-field'
import { PEOPLE_TEXT } from './people.text'
import type { AttributeDraft } from './person.rules'

const TEXT = PEOPLE_TEXT.form
const KEPT = 'kept'
const NONE = ''
/** After how many days staff look again. */
const REVIEWS = { half: 182, year: 365, two: 730 } as const

interface AttributeFieldsProps {
  name: AttributeName
  /** As it stands in the record. */
  kept: AttributeDraft
  draft: AttributeDraft
  now: number
  onChange: (next: AttributeDraft) => void
  problem: string | undefined
}

/** Whether it is so, what that rests on, and when it is looked at again; also when it no longer is so. */
export function AttributeFields(props: AttributeFieldsProps) {
  const { name, kept, draft, now, onChange, problem } = props
  const say = PEOPLE_TEXT.attribute[name]
  const toggle = () => {
    const value = !draft.value
    // What it rested on does not carry its opposite.
    onChange(value === kept.value ? kept : { value, basis: '', reviewDay: '' })
  }
  return (
    <Stack>
      <Chips options={[say]} chosen={draft.value ? [say] : []} onToggle={toggle} />
      {draft.value || draft.value !== kept.value ? (
        <>
          <Chips
            options={TEXT.bases[name]}
            chosen={[draft.basis]}
            onToggle={(basis) => onChange({ ...draft, basis: basis === draft.basis ? '' : basis })}
          />
          <TextField
            label={TEXT.basis(say)}
            hint={TEXT.basisHint}
            value={draft.basis}
            onChange={(basis) => onChange({ ...draft, basis })}
            maxLength={LIMITS.sentenceChars}
            problem={problem}
          />
        </>
      ) : null}
      {draft.value ? (
        <>
          <Say>{TEXT.review}</Say>
          <ReviewDay
            kept={kept.reviewDay}
            chosen={draft.reviewDay}
            now={now}
            onChoose={(reviewDay) => onChange({ ...draft, reviewDay })}
          />
        </>
      ) : null}
    </Stack>
  )
}

interface ReviewDayProps {
  kept: string
  chosen: string
  now: number
  onChoose: (day: string) => void
}

function ReviewDay({ kept, chosen, now, onChoose }: ReviewDayProps) {
  const today = dayOf(now)
  const days: { key: string; day: string; say: string }[] = [
    ...(kept
      ? [{ key: KEPT, day: kept, say: TEXT.reviewKept(formatDate(kept, now)) }]
      : [{ key: 'open', day: '', say: TEXT.reviews[''] }]),
    ...(Object.keys(REVIEWS) as (keyof typeof REVIEWS)[]).map((key) => ({
      key,
      day: addDays(today, REVIEWS[key]),
      say: TEXT.reviews[key],
    })),
  ]
  return (
    <Filters
      label={TEXT.review}
      options={days}
      chosen={days.find(({ day }) => day === chosen)?.key ?? NONE}
      onChoose={(key) => onChoose(days.find((one) => one.key === key)?.day ?? '')}
    />
  )
}
