import { Text, View } from '@tarojs/components'
import type { Contract } from '../../../types/contract'
import type { Service, ServiceKind } from '../../../types/contract/booking'
import { Section } from '../../ui/card'
import { useElder } from '../../ui/elder'
import { Tap } from '../../ui/tap'
import { openServicesOf } from './booking.filter'
import { BOOKING_TEXT } from './booking.text'
import { CategoryIcon } from './category-icon'
import './offered.card.css'
import { ServiceRow } from './service-row'

const TEXT = BOOKING_TEXT.home

/** What I could book, on the home screen. */
export function OfferedCard({ view }: { view: Contract['home.view']['output'] }) {
  if (!view.booking) return null
  const { kinds, services } = view.booking
  return (
    <>
      {kinds.length > 0 ? <Kinds kinds={kinds} /> : null}
      {services.length > 0 ? <Offered services={services} /> : null}
    </>
  )
}

/** The large entries: a picture and a word for each kind of service. */
function Kinds({ kinds }: { kinds: ServiceKind[] }) {
  return (
    <Section title={TEXT.entries}>
      <View className="kinds">
        {kinds.map(({ category, examples }) => (
          <Tap
            key={category}
            role="link"
            className="kind"
            label={[BOOKING_TEXT.category[category], ...examples].join('，')}
            onTap={() => openServicesOf(category)}
          >
            <CategoryIcon category={category} />
            <View className="kind__words">
              <Text className="kind__name">{BOOKING_TEXT.category[category]}</Text>
              <Text className="kind__say">{examples.join('、')}</Text>
            </View>
          </Tap>
        ))}
      </View>
    </Section>
  )
}

/** The first few of the list; in elder mode the large entries say it with fewer things to read. */
function Offered({ services }: { services: Service[] }) {
  if (useElder()) return null
  return (
    <Section title={TEXT.offered} more={{ say: TEXT.all, onTap: () => openServicesOf('all') }}>
      <View className="service-list">
        {services.map((service) => (
          <ServiceRow key={service.serviceId} service={service} short />
        ))}
      </View>
    </Section>
  )
}
