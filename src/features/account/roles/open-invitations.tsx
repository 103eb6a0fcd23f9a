import type { Invitation } from '../../../../types/contract/account-roles'
import { dayOf, formatDate } from '../../../lib/time.format'
import { Section } from '../../../ui/card'
import { List } from '../../../ui/list'
import { PickRow } from '../../../ui/pick-row'
import { ACCOUNT_TEXT } from '../account.text'
import { ROLES_TEXT } from './roles.text'

const TEXT = ROLES_TEXT

interface OpenInvitationsProps {
  invitations: readonly Invitation[]
  now: number
  onOpen: (invitation: Invitation) => void
}

/** Invitations that nobody has used yet. */
export function OpenInvitations({ invitations, now, onOpen }: OpenInvitationsProps) {
  const open = invitations.filter(({ state }) => state === 'open')
  if (open.length === 0) return null
  return (
    <Section title={TEXT.open}>
      <List>
        {open.map((invitation) => (
          <PickRow
            key={invitation.invitationId}
            title={`${ACCOUNT_TEXT.role[invitation.role]}，${invitation.place}`}
            say={TEXT.openSay(formatDate(dayOf(invitation.expiresAt), now))}
            onTap={() => onOpen(invitation)}
          />
        ))}
      </List>
    </Section>
  )
}
