import { useState } from 'react'
import type { ResidentCard } from '../../../../types/contract/account-roster'
import { LIMITS } from '../../../../types/contract/limits'
import type { HomeRelation } from '../../../../types/contract/people'
import { Button } from '../../../ui/button'
import { Chips } from '../../../ui/chips'
import { Filters } from '../../../ui/filters'
import { Say } from '../../../ui/stack'
import { TextField } from '../../../ui/text-field'
import { HOME_RELATION_TEXT } from '../relations.text'
import { PEOPLE_TEXT } from './people.text'
import type { PersonDraft } from './person.rules'
import { RoomFields } from './room-fields'

const TEXT = PEOPLE_TEXT.form
const PHONE_CHARS = 20
const DAY_CHARS = 12
const RELATIONS = Object.keys(HOME_RELATION_TEXT) as HomeRelation[]

interface PersonFieldsProps {
  base: ResidentCard | undefined
  draft: PersonDraft
  onChange: (part: Partial<PersonDraft>) => void
  problem: string | undefined
}

/** Name, home, phone and birth date. Of someone known, what is masked stays unless something is typed. */
export function PersonFields({ base, draft, onChange, problem }: PersonFieldsProps) {
  return (
    <>
      <TextField
        label={TEXT.name}
        hint={TEXT.nameHint}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        maxLength={LIMITS.nameChars}
      />
      <HomeFields base={base} draft={draft} onChange={onChange} problem={problem} />
      <PhoneFields base={base} draft={draft} onChange={onChange} problem={problem} />
      <TextField
        kind="phone"
        label={TEXT.birthDay}
        hint={base?.hasBirthDay ? TEXT.keepHint : TEXT.birthDayHint}
        value={draft.birthDay}
        onChange={(birthDay) => onChange({ birthDay, dropBirthDay: false })}
        maxLength={DAY_CHARS}
        problem={problem === 'birthDay' ? TEXT.problem.birthDay : undefined}
      />
      {base?.hasBirthDay ? (
        <Chips
          options={[TEXT.dropBirthDay]}
          chosen={draft.dropBirthDay ? [TEXT.dropBirthDay] : []}
          onToggle={() => onChange({ dropBirthDay: !draft.dropBirthDay, birthDay: '' })}
        />
      ) : null}
    </>
  )
}

/** Someone with several homes is moved by leaving one of them, not by a field. */
function HomeFields({ base, draft, onChange, problem }: PersonFieldsProps) {
  const [moving, setMoving] = useState(base === undefined)
  if (base && base.homes.length !== 1) return null
  return (
    <>
      {base ? <Say>{TEXT.place(base.place)}</Say> : null}
      {moving ? (
        <RoomFields
          room={draft}
          onChange={onChange}
          problem={problem === 'room' ? TEXT.problem.room : undefined}
        />
      ) : (
        <Button kind="second" onTap={() => setMoving(true)}>
          {TEXT.changeRoom}
        </Button>
      )}
      <Say>{TEXT.relation}</Say>
      <Filters
        label={TEXT.relation}
        options={RELATIONS.map((key) => ({ key, say: HOME_RELATION_TEXT[key] }))}
        chosen={draft.relation ?? ''}
        onChoose={(relation) => onChange({ relation: relation as HomeRelation })}
      />
    </>
  )
}

function PhoneFields({ base, draft, onChange }: PersonFieldsProps) {
  /** Another number is another's, until the desk has seen whose. */
  const type = (phone: string) =>
    onChange({
      phone,
      dropPhone: false,
      ...(draft.phone.trim() === '' || phone.trim() === ''
        ? { phoneVerified: phone.trim() === '' && (base?.phoneVerified ?? false) }
        : {}),
    })
  const choices = [
    ...(draft.phone.trim() !== '' || (base?.phone && !draft.dropPhone) ? [TEXT.verified] : []),
    ...(base?.phone ? [TEXT.dropPhone] : []),
  ]
  return (
    <>
      {base?.phone ? <Say>{TEXT.phoneKept(base.phone)}</Say> : null}
      <TextField
        kind="phone"
        label={TEXT.phone}
        hint={base?.phone ? TEXT.keepHint : TEXT.phoneHint}
        value={draft.phone}
        onChange={type}
        maxLength={PHONE_CHARS}
      />
      {choices.length > 0 ? (
        <Chips
          options={choices}
          chosen={[
            ...(draft.phoneVerified ? [TEXT.verified] : []),
            ...(draft.dropPhone ? [TEXT.dropPhone] : []),
          ]}
          onToggle={(choice) =>
            choice === TEXT.verified
              ? onChange({ phoneVerified: !draft.phoneVerified })
              : onChange({ dropPhone: !draft.dropPhone, phone: '' })
          }
        />
      ) : null}
    </>
  )
}
