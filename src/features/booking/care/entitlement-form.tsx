import { useState } from 'react'
import type { Contract } from '../../../../types/contract'
import type { Entitled, Unit } from '../../../../types/contract/booking-care'
import { useCommand } from '../../../cloud/use-command'
import { dayOf } from '../../../lib/time.format'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Options } from '../../../ui/options'
import { Say, Stack } from '../../../ui/stack'
import { TextField } from '../../../ui/text-field'
import { CARE_TEXT } from './care.text'
import { type Choice, choicesOf, choiceOf, fieldsOf } from './entitlement.choices'

const TEXT = CARE_TEXT.entitlements
type Shown = Contract['booking.residentEntitlements']['output']

interface EntitlementFormProps {
  residentId: string
  /** The one that is changed. */
  before: Entitled | undefined
  services: Shown['services']
  now: number
  onLeave: () => void
  onDone: (reply: Shown) => void
}

/** An entitlement: what for, how much a month, and how long. Choices come before typing. */
export function EntitlementForm(props: EntitlementFormProps) {
  const { residentId, before, services, now, onLeave, onDone } = props
  const save = useCommand('booking.saveEntitlement')
  const choices = choicesOf(services, before)
  const [choice, setChoice] = useState<Choice['value'] | undefined>(before && choiceOf(before))
  const [unit, setUnit] = useState<Unit>(before?.unit ?? services[0]?.unit ?? 'voucher')
  const [amount, setAmount] = useState(before ? String(before.perMonth) : '')
  const [fromDay, setFromDay] = useState(before?.fromDay ?? `${dayOf(now).slice(0, 7)}-01`)
  const [untilDay, setUntilDay] = useState(before?.untilDay ?? `${dayOf(now).slice(0, 4)}-12-31`)
  const [problem, setProblem] = useState<string>()
  const wrong = save.error?.fields ?? {}

  const choose = (value: string) => {
    setChoice(value)
    // What a visit takes says how it is counted.
    const like = choices.find((one) => one.value === value)?.unit
    if (like) setUnit(like)
  }
  const run = async () => {
    if (choice === undefined) return setProblem(TEXT.noKind)
    if (!/^[1-9]\d*$/.test(amount.trim())) return setProblem(TEXT.badAmount)
    setProblem(undefined)
    const reply = await save.run({
      residentId,
      ...(before ? { entitlementId: before.entitlementId } : {}),
      ...fieldsOf(choice),
      unit,
      perMonth: Number(amount.trim()),
      fromDay: fromDay.trim(),
      untilDay: untilDay.trim(),
    })
    if (reply?.ok) onDone(reply.data)
  }
  const fields = [
    { field: 'fromDay', label: TEXT.from, value: fromDay, onChange: setFromDay },
    { field: 'untilDay', label: TEXT.until, value: untilDay, onChange: setUntilDay },
  ] as const
  return (
    <Stack>
      <Stack card>
        <Say>{TEXT.kind}</Say>
        <Options label={TEXT.kind} options={choices} chosen={choice} onChoose={choose} />
        <Say>{TEXT.unit}</Say>
        <Options
          label={TEXT.unit}
          options={(['voucher', 'minute'] as const).map((value) => ({
            value,
            title: TEXT.unitOf[value],
          }))}
          chosen={unit}
          onChoose={setUnit}
        />
        <TextField
          kind="phone"
          label={TEXT.amount[unit]}
          value={amount}
          onChange={setAmount}
          maxLength={5}
          problem={wrong.perMonth}
        />
        {fields.map(({ field, label, value, onChange }) => (
          <TextField
            key={field}
            kind="code"
            label={label}
            hint={TEXT.dayHint}
            value={value}
            onChange={onChange}
            maxLength={10}
            problem={wrong[field]}
          />
        ))}
      </Stack>
      {problem ? <Notice tone="warn">{problem}</Notice> : null}
      {save.error ? <Notice tone="warn">{save.error.message}</Notice> : null}
      <Button busy={save.says(TEXT.saving)} onTap={() => void run()}>
        {TEXT.save}
      </Button>
      <Button kind="second" onTap={onLeave}>
        {TEXT.leave}
      </Button>
    </Stack>
  )
}
