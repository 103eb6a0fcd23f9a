import { LIMITS } from '../../types/contract/limits'
import { Chips } from './chips'
import { Stack } from './stack'
import { TextField } from './text-field'

interface ReasonFieldProps {
  label: string
  hint: string
  /** Ready ones, before anything is typed. */
  reasons: readonly string[]
  reason: string
  onChange: (reason: string) => void
  /** What is wrong with it, in a sentence that says what to do. */
  problem?: string | undefined
}

/** Why: a ready sentence, or one's own. Residents read it. */
export function ReasonField({ label, hint, reasons, reason, onChange, problem }: ReasonFieldProps) {
  return (
    <Stack>
      <Chips
        options={reasons}
        chosen={[reason]}
        onToggle={(one) => onChange(one === reason ? '' : one)}
      />
      <TextField
        label={label}
        hint={hint}
        value={reasons.includes(reason) ? '' : reason}
        onChange={onChange}
        maxLength={LIMITS.sentenceChars}
        problem={problem}
      />
    </Stack>
  )
}
