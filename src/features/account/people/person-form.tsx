import { useState } from 'react'
import type { ResidentCard } from '../../../../types/contract/account-roster'
import { callPatiently } from '../../../cloud/call-patiently'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Heading, Stack } from '../../../ui/stack'
import { AttributeFields } from './attribute-fields'
import { PEOPLE_TEXT } from './people.text'
import { PersonFields } from './person-fields'
import {
  ATTRIBUTES,
  draftOf,
  inputOf,
  isChanged,
  problemOf,
  rebase,
  type DraftProblem,
  type PersonDraft,
} from './person.rules'

const TEXT = PEOPLE_TEXT.form

interface PersonFormProps {
  /** Absent for someone new. */
  card?: ResidentCard
  now: number
  onSaved: (card: ResidentCard) => void
  onLeave: () => void
}

/**
 * Enters a person or changes what is kept of one. What is typed here is somebody else's, so it is not
 * kept on the phone as other forms are; it outlives a refusal and another's change.
 */
export function PersonForm({ card, now, onSaved, onLeave }: PersonFormProps) {
  const save = useCommand('account.saveResident')
  const [base, setBase] = useState(card)
  const [draft, setDraft] = useState<PersonDraft>(() => draftOf(card))
  const [problem, setProblem] = useState<DraftProblem | 'same'>()
  const [merged, setMerged] = useState<'no' | 'busy' | 'yes' | 'failed'>('no')

  const set = (part: Partial<PersonDraft>) => {
    setProblem(undefined)
    setDraft((before) => ({ ...before, ...part }))
  }
  const submit = async () => {
    const found = problemOf(draft, base)
    if (found) return setProblem(found)
    const input = inputOf(draft, base)
    if (!isChanged(input)) return setProblem('same')
    setMerged('no')
    const result = await save.run(input)
    if (result?.ok) onSaved(result.data)
  }
  /** Takes over what the other changed, under what was typed here. */
  const look = async () => {
    if (!base) return
    setMerged('busy')
    const result = await callPatiently('account.viewResident', {
      residentId: base.residentId,
    })
    if (!result.ok) return setMerged('failed')
    setDraft(rebase(draft, base, result.data))
    setBase(result.data)
    save.forget()
    setMerged('yes')
  }
  const changed = save.error?.code === 'CHANGED'
  return (
    <Stack>
      <Stack card>
        <Heading>{base ? TEXT.titleEdit(base.fullName) : TEXT.titleNew}</Heading>
        <PersonFields base={base} draft={draft} onChange={set} problem={problem} />
      </Stack>
      <Stack card>
        <Heading>{TEXT.attributes}</Heading>
        {ATTRIBUTES.map((name) => (
          <AttributeFields
            key={name}
            name={name}
            kept={draftOf(base).attributes[name]}
            draft={draft.attributes[name]}
            now={now}
            onChange={(next) => set({ attributes: { ...draft.attributes, [name]: next } })}
            problem={problem === name ? TEXT.problem[name] : undefined}
          />
        ))}
      </Stack>
      {problem === 'same' ? <Notice tone="plain">{TEXT.same}</Notice> : null}
      {problem && problem !== 'same' ? <Notice tone="warn">{TEXT.problem[problem]}</Notice> : null}
      {changed ? (
        <>
          <Notice tone="warn">{`${TEXT.changedTitle}。${TEXT.changedSay}`}</Notice>
          <Button
            kind="second"
            busy={merged === 'busy' && TEXT.changedLooking}
            onTap={() => void look()}
          >
            {TEXT.changedLook}
          </Button>
        </>
      ) : save.error ? (
        <Notice tone="warn">{save.error.message}</Notice>
      ) : null}
      {merged === 'yes' ? <Notice tone="plain">{TEXT.changedNow}</Notice> : null}
      {changed ? null : (
        <Button busy={save.says(TEXT.saving)} onTap={() => void submit()}>
          {TEXT.save}
        </Button>
      )}
      <Button kind="second" disabled={save.busy} onTap={onLeave}>
        {TEXT.leave}
      </Button>
    </Stack>
  )
}
