import { useState } from 'react'
import type { Place, PlaceLevel } from '../../../../types/contract/account-places'
import { LIMITS } from '../../../../types/contract/limits'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Heading, Say, Stack } from '../../../ui/stack'
import { TextField } from '../../../ui/text-field'
import { hasOffice, missingOf, officeOf, type PlaceTyped, typedOf } from './places-desk.rules'
import { PLACES_DESK_TEXT as TEXT } from './places-desk.text'

const PHONE_CHARS = 20
const HOURS_CHARS = 60

interface PlaceFormProps {
  title: string
  level: PlaceLevel
  /** The place that is changed; or, where one is added, the region that it will lie in. */
  of: Place | { within: string }
  onSaved: (place: Place) => void
  onLeave: () => void
}

/** The name of a place, and the desk of one that has a desk. */
export function PlaceForm({ title, level, of, onSaved, onLeave }: PlaceFormProps) {
  const save = useCommand('account.savePlace')
  const [typed, setTyped] = useState(() => typedOf('within' in of ? undefined : of))
  const [missing, setMissing] = useState<keyof PlaceTyped>()
  const field = (name: keyof PlaceTyped) => ({
    value: typed[name],
    onChange: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
    problem: missing === name ? TEXT.missing[name] : undefined,
  })
  const send = async () => {
    const lacks = missingOf(typed, level)
    setMissing(lacks)
    if (lacks) return
    const result = await save.run({
      ...('within' in of ? { region: of.within, add: { level } } : { region: of.region }),
      name: typed.name,
      ...(hasOffice(level) ? officeOf(typed) : {}),
    })
    if (result?.ok) onSaved(result.data)
  }
  return (
    <Stack>
      <Stack card>
        <Heading>{title}</Heading>
        <TextField
          label={TEXT.name(level)}
          hint={TEXT.hint[level]}
          maxLength={LIMITS.placeNameChars}
          {...field('name')}
        />
      </Stack>
      {hasOffice(level) ? (
        <Stack card>
          <Heading>{TEXT.office}</Heading>
          <Say>{TEXT.officeSay}</Say>
          <TextField
            label={TEXT.officeName}
            hint={TEXT.officeNameHint}
            maxLength={LIMITS.placeNameChars}
            {...field('officeName')}
          />
          <TextField
            kind="code"
            label={TEXT.officePhone}
            hint={TEXT.officePhoneHint}
            maxLength={PHONE_CHARS}
            {...field('officePhone')}
          />
          <TextField
            label={TEXT.officeHours}
            hint={TEXT.officeHoursHint}
            maxLength={HOURS_CHARS}
            {...field('officeHours')}
          />
        </Stack>
      ) : null}
      {save.error ? <Notice tone="warn">{saidOf(save.error)}</Notice> : null}
      <Button busy={save.says(TEXT.saving)} onTap={() => void send()}>
        {TEXT.save}
      </Button>
      <Button kind="second" disabled={save.busy} onTap={onLeave}>
        {TEXT.leave}
      </Button>
    </Stack>
  )
}

/** Which field the cloud would have otherwise, or why not at all. */
const saidOf = ({ fields, message }: { fields?: Record<string, string>; message: string }) =>
  Object.values(fields ?? {})[0] ?? message
