import { Text, View } from '@tarojs/components'
import type { Service } from '../../../types/contract/booking'
import { formatPrice } from '../../lib/money.format'
import { openService } from '../../lib/routes'
import { Icon } from '../../ui/icon'
import { Tap } from '../../ui/tap'
import './service-row.css'
import { CategoryIcon } from './category-icon'

/** One service in a list: what it is, where, what it costs. */
export function ServiceRow({ service, short = false }: { service: Service; short?: boolean }) {
  const price = formatPrice(service.priceFen)
  return (
    <Tap
      role="link"
      className="service-row"
      label={[service.name, service.summary, service.place, price].join('，')}
      onTap={() => void openService(service.serviceId)}
    >
      <CategoryIcon category={service.category} />
      <View className="service-row__words">
        <View className="service-row__head">
          <Text className="service-row__name">{service.name}</Text>
          <Text className="service-row__price">{price}</Text>
        </View>
        <Text className="service-row__summary">{service.summary}</Text>
        {short ? null : (
          <View className="service-row__place">
            <Icon name="pin" className="service-row__pin" />
            <Text>{service.place}</Text>
          </View>
        )}
      </View>
      <Icon name="right" className="service-row__arrow" />
    </Tap>
  )
}
