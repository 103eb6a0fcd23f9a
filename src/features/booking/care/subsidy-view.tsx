import { useQuery } from '../../../cloud/use-query'
import { useActing } from '../../../lib/acting'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { openServices } from '../../../lib/routes'
import { Loaded } from '../../../ui/loaded'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
import { CARE_TEXT } from './care.text'
import { EntitlementCard, entitlementSaid } from './entitlement-card'

const TEXT = CARE_TEXT.subsidy

/** What somebody may use at the government's expense, and how much of it is left this month and the next. */
export function SubsidyView() {
  const acting = useActing()
  const query = useQuery('booking.entitlements', {})
  usePullRefresh(query.refresh)
  const items = query.status === 'ready' ? query.data.items : []
  return (
    <Screen
      title={acting ? TEXT.titleFor(acting.name) : TEXT.title}
      aloud={items.length > 0 ? items.map(entitlementSaid).join('。') : undefined}
    >
      <Loaded
        load={query}
        skeleton={<Skeleton blocks={['card', 'card']} />}
        onRetry={() => void query.refresh()}
      >
        {(data) =>
          data.items.length === 0 ? (
            <Standstill
              icon="money"
              title={TEXT.none}
              say={TEXT.noneSay}
              action={{ say: TEXT.services, onTap: () => void openServices() }}
            />
          ) : (
            <Stack>
              {data.items.map((one) => (
                <EntitlementCard key={one.entitlementId} one={one} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Screen>
  )
}
