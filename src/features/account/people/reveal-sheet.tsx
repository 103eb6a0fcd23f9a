import { useState } from 'react'
import type { Contract } from '../../../../types/contract'
import { useCommand } from '../../../cloud/use-command'
import { Chips } from '../../../ui/chips'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { Say, Stack } from '../../../ui/stack'
import { PEOPLE_TEXT } from './people.text'

const TEXT = PEOPLE_TEXT.reveal
type Input = Contract['account.revealResident']['input']
type Field = Input['fields'][number]
type Reason = Input['reason']

const FIELDS = Object.keys(TEXT.fields) as Field[]
const REASONS = Object.keys(TEXT.reasons) as Reason[]

interface RevealSheetProps {
  residentId: string
  name: string
  onStay: () => void
  onSeen: (seen: Contract['account.revealResident']['output']) => void
}

/** Asks which of what is masked is needed, and what for; both stand in the audit trail. */
export function RevealSheet({ residentId, name, onStay, onSeen }: RevealSheetProps) {
  const reveal = useCommand('account.revealResident')
  const [fields, setFields] = useState<readonly Field[]>([])
  const [reason, setReason] = useState<Reason>()
  const [missing, setMissing] = useState(false)

  const toggle = (say: string) => {
    setMissing(false)
    const field = FIELDS.find((one) => TEXT.fields[one] === say)
    if (!field) return
    setFields((now) => (now.includes(field) ? now.filter((one) => one !== field) : [...now, field]))
  }
  const because = (say: string) => {
    setMissing(false)
    setReason(REASONS.find((one) => TEXT.reasons[one] === say))
  }
  const run = async () => {
    if (fields.length === 0 || reason === undefined) return setMissing(true)
    const result = await reveal.run({ residentId, fields: [...fields], reason })
    if (result?.ok) onSeen(result.data)
  }
  return (
    <Sheet
      title={TEXT.title}
      stay={{ say: TEXT.stay, onTap: onStay }}
      act={{ say: TEXT.act, onTap: () => void run(), busy: reveal.says(TEXT.busy), kind: 'main' }}
    >
      <Stack>
        <Say>{TEXT.say(name)}</Say>
        <Say>{TEXT.what}</Say>
        <Chips
          options={FIELDS.map((field) => TEXT.fields[field])}
          chosen={fields.map((field) => TEXT.fields[field])}
          onToggle={toggle}
        />
        <Say>{TEXT.why}</Say>
        <Chips
          options={REASONS.map((one) => TEXT.reasons[one])}
          chosen={reason ? [TEXT.reasons[reason]] : []}
          onToggle={because}
        />
        {missing ? <Notice tone="warn">{TEXT.missing}</Notice> : null}
        {reveal.error ? <Notice tone="warn">{reveal.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
