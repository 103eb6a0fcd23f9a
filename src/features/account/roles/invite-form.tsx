import { useState } from 'react'
import type { Invitation } from '../../../../types/contract/account-roles'
import type { GivenRole } from '../../../../types/contract/role'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../ui/button'
import { Filters } from '../../../ui/filters'
import { Notice } from '../../../ui/notice'
import { Options } from '../../../ui/options'
import { Heading, Say, Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
import { ACCOUNT_TEXT } from '../account.text'
import type { Region } from './roles.rules'
import { ROLES_TEXT } from './roles.text'

const TEXT = ROLES_TEXT
const DAYS = [1, 7, 30]

interface InviteFormProps {
  region: Region
  canGive: readonly GivenRole[]
  onMade: (invitation: Invitation) => void
  onLeave: () => void
}

/** Which role, here, and for how long the invitation is good. */
export function InviteForm({ region, canGive, onMade, onLeave }: InviteFormProps) {
  const invite = useCommand('account.invite')
  const [role, setRole] = useState(canGive.length === 1 ? canGive[0] : undefined)
  const [days, setDays] = useState(7)
  const [missing, setMissing] = useState(false)
  const make = async () => {
    if (!role) return setMissing(true)
    const result = await invite.run({ role, region: region.region, days })
    if (result?.ok) onMade(result.data)
  }
  if (canGive.length === 0) {
    return (
      <Standstill
        icon="person"
        title={TEXT.nothing}
        say={TEXT.nothingSay}
        action={{ say: TEXT.leave, onTap: onLeave }}
      />
    )
  }
  return (
    <Stack>
      <Stack card>
        <Heading>{TEXT.inviteTitle}</Heading>
        <Say>{TEXT.place(region.name)}</Say>
        <Say>{TEXT.role}</Say>
        <Options
          label={TEXT.role}
          options={canGive.map((value) => ({ value, title: ACCOUNT_TEXT.role[value] }))}
          chosen={role}
          onChoose={(value) => {
            setMissing(false)
            setRole(value)
          }}
        />
        <Say>{TEXT.days}</Say>
        <Filters
          label={TEXT.days}
          options={DAYS.map((count) => ({ key: String(count), say: TEXT.day(count) }))}
          chosen={String(days)}
          onChoose={(key) => setDays(Number(key))}
        />
      </Stack>
      {missing ? <Notice tone="warn">{TEXT.noRole}</Notice> : null}
      {invite.error ? <Notice tone="warn">{invite.error.message}</Notice> : null}
      <Button busy={invite.says(TEXT.making)} onTap={() => void make()}>
        {TEXT.make}
      </Button>
      <Button kind="second" disabled={invite.busy} onTap={onLeave}>
        {TEXT.leave}
      </Button>
    </Stack>
  )
}
