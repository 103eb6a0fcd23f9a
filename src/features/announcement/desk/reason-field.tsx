import { LIMITS } from '../../../../types/contract/limits'
import { Chips } from '../../../ui/chips'
import { Stack } from '../../../ui/stack'
import { TextField } from '../../../ui/text-field'
import { PUBLISHED_TEXT as TEXT } from './published.text'

interface ReasonFieldProps {
  label: string
  /** Ready ones, before anything is typed. */
  reasons: readonly string[]
  reason: string
  onChange: (reason: string) => void
  missing: boolean
}

/** Why: a ready sentence, or one's own. Residents read it. */
export function ReasonField({ label, reasons, reason, onChange, missing }: ReasonFieldProps) {
  return (
    <Stack>
      <Chips
        options={reasons}
        chosen={[reason]}
        onToggle={(one) => onChange(one === reason ? '' : one)}
      />
      <TextField
        label={label}
        hint={TEXT.reasonHint}
        value={reasons.includes(reason) ? '' : reason}
        onChange={onChange}
        maxLength={LIMITS.sentenceChars}
        problem={missing ? TEXT.reasonMissing : undefined}
      />
    </Stack>
  )
}
