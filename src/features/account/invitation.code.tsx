import { useQuery } from '../../cloud/use-query'
import { Loaded } from '../../ui/loaded'
import { Skeleton } from '../../ui/skeleton'
import { Standstill } from '../../ui/standstill'
import { AcceptInvitation } from './roles/accept-invitation'
import { ROLES_TEXT } from './roles/roles.text'

const TEXT = ROLES_TEXT.accept

/** What an invitation's code leads to: what it is to, and the way to accept it. */
export function InvitationCode({ token, onAgain }: { token: string; onAgain: () => void }) {
  const query = useQuery('account.viewInvitation', { code: token })
  if (query.status === 'error' && query.error.code.startsWith('CODE_')) {
    return (
      <Standstill
        icon="alert"
        title={TEXT.failed}
        say={query.error.message}
        action={{ say: TEXT.again, onTap: onAgain }}
      />
    )
  }
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['card', 'row', 'line']} />}
      onRetry={() => void query.refresh()}
    >
      {(invitation, now) => <AcceptInvitation code={token} invitation={invitation} now={now} />}
    </Loaded>
  )
}
