import { View } from '@tarojs/components'
import { serviceCategories } from './booking.category'
import { usePages } from '../../cloud/use-pages'
import { goHome } from '../../lib/routes'
import { usePullRefresh } from '../../lib/use-pull-refresh'
import { Section } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { LoadMore } from '../../ui/load-more'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { Standstill } from '../../ui/standstill'
import { BOOKING_TEXT } from './booking.text'
import { ServiceRow } from './service-row'

const TEXT = BOOKING_TEXT.services

/** What the community offers, by category. */
export function ServicesView() {
  const pages = usePages('booking.listServices')
  usePullRefresh(pages.first.refresh)
  return (
    <Screen title={TEXT.title}>
      <Loaded
        load={pages.first}
        skeleton={<Skeleton blocks={['line', 'row', 'row', 'row', 'line', 'row', 'row']} />}
        onRetry={() => void pages.first.refresh()}
      >
        {() =>
          pages.items.length === 0 ? (
            <Standstill
              icon="calendar"
              title={TEXT.empty}
              say={TEXT.emptySay}
              action={{ say: TEXT.home, onTap: () => void goHome() }}
            />
          ) : (
            <>
              {serviceCategories(pages.items).map(({ category, services }) => (
                <Section key={category} title={BOOKING_TEXT.category[category]}>
                  <View className="service-list">
                    {services.map((service) => (
                      <ServiceRow key={service.serviceId} service={service} />
                    ))}
                  </View>
                </Section>
              ))}
              <LoadMore pages={pages} />
            </>
          )
        }
      </Loaded>
    </Screen>
  )
}
