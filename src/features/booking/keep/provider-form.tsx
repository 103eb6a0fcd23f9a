import { useMemo, useState } from 'react'
import type { Provider } from '../../../../types/contract/booking-catalogue'
import { LIMITS } from '../../../../types/contract/limits'
import { useCommand } from '../../../cloud/use-command'
import { useDraft } from '../../../lib/use-draft'
import { Button } from '../../../ui/button'
import { Chips } from '../../../ui/chips'
import { Notice } from '../../../ui/notice'
import { Heading, Say, Stack } from '../../../ui/stack'
import { FieldLabel, TextField } from '../../../ui/text-field'
import { KEEP_TEXT } from './keep.text'

const TEXT = KEEP_TEXT.providers

interface ProviderDraft {
  version: number
  name: string
  phone: string
  members: string[]
}

interface ProviderFormProps {
  before: Provider | undefined
  /** Who may work for it. */
  people: readonly { ref: string; name: string }[]
  onLeave: () => void
  onDone: (provider: Provider) => void
  onStale: () => void
}

/** Who gives services: a name, whom to call, and who may keep them. */
export function ProviderForm({ before, people, onLeave, onDone, onStale }: ProviderFormProps) {
  const initial = useMemo(() => typedOf(before), [before])
  const { draft, latest, change, drop } = useDraft(
    `keep.provider.${before?.providerId ?? 'new'}`,
    initial,
    (kept) => keptFrom(kept, initial),
    { as: 'me' },
  )
  const [restored] = useState(JSON.stringify(draft) !== JSON.stringify(initial))
  const save = useCommand('booking.saveProvider')
  const wrong = save.error?.fields ?? {}
  const set = (part: Partial<ProviderDraft>) => change((known) => ({ ...known, ...part }))
  const label = labelsOf(people)
  const toggle = (said: string) => {
    const ref = people.find((one) => label(one) === said)?.ref
    if (ref === undefined) return
    const on = draft.members.includes(ref)
    set({ members: on ? draft.members.filter((one) => one !== ref) : [...draft.members, ref] })
  }
  const run = async () => {
    const { name, phone, members } = latest()
    const known = before ? { providerId: before.providerId, version: before.version } : {}
    const said = phone.trim() === '' ? {} : { phone }
    const reply = await save.run({ ...known, name, ...said, members })
    if (reply?.ok) {
      drop()
      onDone(reply.data)
    } else if (reply?.error.code === 'CHANGED') onStale()
  }
  return (
    <Stack>
      <Heading>{before?.name ?? TEXT.add}</Heading>
      {restored ? <Notice tone="plain">{TEXT.restored}</Notice> : null}
      <Stack card>
        <TextField
          kind="code"
          label={TEXT.name}
          hint={TEXT.nameHint}
          value={draft.name}
          onChange={(name) => set({ name })}
          maxLength={LIMITS.serviceNameChars}
          problem={wrong.name}
        />
        <TextField
          kind="phone"
          label={TEXT.phone}
          hint={TEXT.phoneHint}
          value={draft.phone}
          onChange={(phone) => set({ phone })}
          maxLength={20}
          problem={wrong.phone}
        />
        <FieldLabel>{TEXT.people}</FieldLabel>
        {people.length === 0 ? <Say>{TEXT.noPeople}</Say> : null}
        <Chips
          options={people.map(label)}
          chosen={people.filter(({ ref }) => draft.members.includes(ref)).map(label)}
          onToggle={toggle}
        />
        {wrong.members ? <Notice tone="danger">{wrong.members}</Notice> : null}
      </Stack>
      {save.error ? <Notice tone="warn">{save.error.message}</Notice> : null}
      <Button busy={save.says(KEEP_TEXT.saving)} onTap={() => void run()}>
        {KEEP_TEXT.save}
      </Button>
      <Button
        kind="second"
        onTap={() => {
          drop()
          onLeave()
        }}
      >
        {KEEP_TEXT.leave}
      </Button>
    </Stack>
  )
}

const typedOf = (before: Provider | undefined): ProviderDraft => ({
  version: before?.version ?? 0,
  name: before?.name ?? '',
  phone: before?.phone ?? '',
  members: before?.members.map(({ ref }) => ref) ?? [],
})

/** As the phone kept it of this very version. */
function keptFrom(kept: unknown, initial: ProviderDraft): ProviderDraft {
  const { version, name, phone, members } = (kept ?? {}) as Partial<ProviderDraft>
  if (version !== initial.version || typeof name !== 'string' || typeof phone !== 'string')
    return initial
  return Array.isArray(members) ? { version, name, phone, members } : initial
}

/** Two of one name are told apart by a number. */
function labelsOf(people: readonly { ref: string; name: string }[]) {
  return (one: { ref: string; name: string }): string => {
    const alike = people.filter(({ name }) => name === one.name)
    return alike.length < 2
      ? one.name
      : `${one.name}（${alike.findIndex(({ ref }) => ref === one.ref) + 1}）`
  }
}
