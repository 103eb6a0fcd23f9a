import { useQuery } from '../../cloud/use-query'
import { formatPrice } from '../../lib/money.format'
import { goBack, openPickDay } from '../../lib/routes'
import { usePullRefresh } from '../../lib/use-pull-refresh'
import { Button } from '../../ui/button'
import { useElder } from '../../ui/elder'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { soonestOf } from './booking.slots'
import { BOOKING_TEXT } from './booking.text'
import { NotFor } from './not-for'
import { ServiceAbout } from './service-about'
import { ServiceLines } from './service-lines'
import { Entitled, ServiceTerms } from './service-terms'
import { ServiceTimes } from './service-times'
import { SoonestTimes } from './soonest-times'

const TEXT = BOOKING_TEXT.service

/**
 * One service: what it is, its free times, and how it is booked. In elder mode the next free times stand here, and all
 * others on the next two screens.
 */
export function ServiceView({ serviceId }: { serviceId: string }) {
  const query = useQuery('booking.viewService', { serviceId })
  usePullRefresh(query.refresh)
  const elder = useElder()
  const gone = query.status === 'error' && query.error.code === 'NOT_FOUND'
  const view = query.status === 'ready' ? query.data : undefined
  return (
    <Screen
      title={elder ? TEXT.aboutTitle : TEXT.title}
      aloud={view && TEXT.spoken(view.service, formatPrice(view.service.priceFen))}
      footer={
        elder && view && !view.notFor ? (
          <Button
            kind={soonestOf(view.slots).length > 0 ? 'second' : 'main'}
            onTap={() => void openPickDay(serviceId)}
          >
            {soonestOf(view.slots).length > 0 ? TEXT.pickOther : TEXT.pick}
          </Button>
        ) : null
      }
    >
      <Loaded
        load={query}
        skeleton={<Skeleton blocks={['tall', 'line', 'row', 'line', 'card', 'card']} />}
        onRetry={gone ? () => void goBack() : () => void query.refresh()}
      >
        {(view, now) => (
          <>
            <ServiceAbout service={view.service} />
            <Entitled entitled={view.entitled} />
            {view.notFor ? (
              <NotFor {...view.notFor} />
            ) : elder ? (
              <SoonestTimes view={view} now={now} />
            ) : (
              <ServiceTimes view={view} now={now} />
            )}
            <ServiceLines title={TEXT.prepare} lines={view.service.prepare} />
            <ServiceLines title={TEXT.bring} lines={view.service.bring} />
            <ServiceTerms service={view.service} />
          </>
        )}
      </Loaded>
    </Screen>
  )
}
