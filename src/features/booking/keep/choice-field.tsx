import { Filters } from '../../../ui/filters'
import { Notice } from '../../../ui/notice'
import { Stack } from '../../../ui/stack'
import { FieldLabel } from '../../../ui/text-field'

interface ChoiceFieldProps<Value> {
  label: string
  options: readonly Value[]
  sayOf: (value: Value) => string
  chosen: Value
  onChoose: (value: Value) => void
  problem?: string | undefined
}

/** One of a few, with its question above. What is chosen now is among them even where it is not usual. */
export function ChoiceField<Value extends string | number>(props: ChoiceFieldProps<Value>) {
  const { label, options, sayOf, chosen, onChoose, problem } = props
  const known = options.includes(chosen) || chosen === ''
  const shown = known ? options : [...options, chosen]
  return (
    <Stack>
      <FieldLabel>{label}</FieldLabel>
      <Filters
        label={label}
        options={shown.map((value) => ({ key: String(value), say: sayOf(value) }))}
        chosen={String(chosen)}
        onChoose={(key) => {
          const value = shown.find((one) => String(one) === key)
          if (value !== undefined) onChoose(value)
        }}
      />
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
    </Stack>
  )
}
