import type { ReactNode } from 'react'
import type { Me, Role } from '../../types/contract/account'
import { ERROR_TEXT } from '../../types/contract/errors.text'
import { useQuery } from './use-query'
import { goBack } from '../lib/routes'
import { Loaded } from '../ui/loaded'
import { Skeleton } from '../ui/skeleton'
import { Standstill } from '../ui/standstill'
import { UI_TEXT } from '../ui/ui.text'

interface ForRolesProps {
  roles: readonly Role[]
  children: (me: Me, now: number) => ReactNode
}

/**
 * A screen that asks nothing of the cloud before somebody taps: for those with one of these roles. Others
 * read at once what the cloud would tell them at the first tap; the cloud decides again at each.
 */
export function ForRoles({ roles, children }: ForRolesProps) {
  const query = useQuery('account.me', {}, { as: 'me' })
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['line', 'row', 'row', 'row']} />}
      onRetry={() => void query.refresh()}
    >
      {(me, now) =>
        me.roles.some((role) => roles.includes(role)) ? (
          children(me, now)
        ) : (
          <Standstill
            icon="shield"
            title={UI_TEXT.errorTitle}
            say={ERROR_TEXT.NOT_ALLOWED}
            action={{ say: UI_TEXT.back, onTap: () => void goBack() }}
          />
        )
      }
    </Loaded>
  )
}
