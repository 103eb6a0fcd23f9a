import { View } from '@tarojs/components'
import { usePages } from '../../cloud/use-pages'
import { goHome } from '../../lib/routes'
import { usePullRefresh } from '../../lib/use-pull-refresh'
import type { ServiceCategory } from '../../../types/contract/booking'
import { Section } from '../../ui/card'
import { Filters } from '../../ui/filters'
import { Loaded } from '../../ui/loaded'
import { LoadMore } from '../../ui/load-more'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { Standstill } from '../../ui/standstill'
import { serviceCategories } from './booking.category'
import { showCategory, useCategory } from './booking.filter'
import { BOOKING_TEXT } from './booking.text'
import { ServiceRow } from './service-row'
import './services-view.css'

const TEXT = BOOKING_TEXT.services

/** What the community offers, by category. */
export function ServicesView() {
  const pages = usePages('booking.listServices')
  usePullRefresh(pages.first.refresh)
  const chosen = useCategory()
  const groups = serviceCategories(pages.items)
  // A category that is gone, or of another person, shows everything.
  const fitting = groups.some(({ category }) => category === chosen) ? chosen : 'all'
  const listed = groups.filter(({ category }) => fitting === 'all' || category === fitting)
  const shown = pages.items.filter(({ category }) => fitting === 'all' || category === fitting)
  return (
    <Screen
      title={TEXT.title}
      tab="services"
      aloud={shown.length > 0 ? TEXT.spoken(shown) : undefined}
    >
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
              {groups.length > 1 ? (
                <View className="services__filters">
                  <Filters
                    label={TEXT.kind}
                    options={[
                      { key: 'all', say: TEXT.everything },
                      ...groups.map(({ category }) => ({
                        key: category,
                        say: BOOKING_TEXT.category[category],
                      })),
                    ]}
                    chosen={fitting}
                    onChoose={(key) => showCategory(key as ServiceCategory | 'all')}
                  />
                </View>
              ) : null}
              {listed.map(({ category, services }) => (
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
