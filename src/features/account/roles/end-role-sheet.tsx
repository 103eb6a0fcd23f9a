import type { Holder } from '../../../../types/contract/account-roles'
import { useCommand } from '../../../cloud/use-command'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { Say, Stack } from '../../../ui/stack'
import { ACCOUNT_TEXT } from '../account.text'
import { ROLES_TEXT } from './roles.text'

const TEXT = ROLES_TEXT

interface EndRoleSheetProps {
  holder: Holder
  onStay: () => void
  onDone: () => void
}

/** Asks before a role ends, which it does at once. */
export function EndRoleSheet({ holder, onStay, onDone }: EndRoleSheetProps) {
  const { ref, name, role, region, place } = holder
  const end = useCommand('account.endRole')
  const run = async () => {
    // A home gives that one, and leaving the home ends it.
    if (role === 'resident') return
    const result = await end.run({ ref, role, region })
    if (result?.ok) onDone()
  }
  return (
    <Sheet
      title={TEXT.endTitle(name)}
      stay={{ say: TEXT.stay, onTap: onStay }}
      act={{ say: TEXT.endAct, onTap: () => void run(), busy: end.says(TEXT.ending) }}
    >
      <Stack>
        <Say>{TEXT.endSay(ACCOUNT_TEXT.role[role], place)}</Say>
        {end.error ? <Notice tone="warn">{end.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
