import { Text } from '@tarojs/components'
import { useState } from 'react'
import { pickContact } from '../../lib/pick-contact'
import { useDraft } from '../../lib/use-draft'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chips } from '../../ui/chips'
import { TextField } from '../../ui/text-field'
import { ACCOUNT_TEXT } from './account.text'
import { dialledNumber, NAME_CHARS, type Relative } from './family.rules'

const TEXT = ACCOUNT_TEXT.family
const NOTHING = { name: '', phone: '' }
const PHONE_CHARS = 20

/** Who it is, by a tap where that is enough, and the number. What is typed survives leaving the page. */
export function FamilyForm({ onSave }: { onSave: (relative: Relative) => void }) {
  const { draft, latest, change, drop } = useDraft<Relative>('family', NOTHING, relativeFrom)
  const [problem, setProblem] = useState<{ name?: string; phone?: string }>({})
  const set = (part: Partial<Relative>) => {
    setProblem({})
    change((now) => ({ ...now, ...part }))
  }
  const save = () => {
    const given = latest()
    const name = given.name.trim()
    const phone = dialledNumber(given.phone)
    if (name === '') return setProblem({ name: TEXT.noName })
    if (phone === undefined) return setProblem({ phone: TEXT.badNumber })
    drop()
    onSave({ name, phone })
  }
  const pick = async () => {
    const contact = await pickContact?.()
    if (contact)
      set({ name: draft.name || contact.name.slice(0, NAME_CHARS), phone: contact.phone })
  }
  return (
    <Card className="family-form">
      <Text className="family-form__title">{TEXT.who}</Text>
      <Chips
        options={TEXT.whoChoices}
        chosen={[draft.name]}
        onToggle={(name) => set({ name: name === draft.name ? '' : name })}
      />
      <TextField
        label={TEXT.whoTyped}
        hint={TEXT.whoHint}
        value={TEXT.whoChoices.includes(draft.name) ? '' : draft.name}
        onChange={(name) => set({ name })}
        maxLength={NAME_CHARS}
        problem={problem.name}
      />
      {pickContact ? (
        <Button kind="second" icon="book" onTap={() => void pick()}>
          {TEXT.pick}
        </Button>
      ) : null}
      <TextField
        kind="phone"
        label={TEXT.number}
        hint={TEXT.numberHint}
        value={draft.phone}
        onChange={(phone) => set({ phone })}
        maxLength={PHONE_CHARS}
        problem={problem.phone}
      />
      <Button onTap={save}>{TEXT.save}</Button>
    </Card>
  )
}

/** What was being written, as the phone kept it. */
function relativeFrom(kept: unknown): Relative {
  const { name, phone } = (kept ?? {}) as Partial<Record<keyof Relative, unknown>>
  return typeof name === 'string' && typeof phone === 'string' ? { name, phone } : NOTHING
}
