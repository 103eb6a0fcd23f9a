import { Text, View } from '@tarojs/components'
import type { ServiceDetail } from '../../../types/contract/booking'
import { formatPrice } from '../../lib/money.format'
import { callPhone } from '../../lib/phone-call'
import { Button } from '../../ui/button'
import { Card, Fact } from '../../ui/card'
import './service-view.css'
import { BOOKING_TEXT } from './booking.text'
import { WISH_TEXT } from './booking.wish.text'
import { CategoryIcon } from './category-icon'
import { ServicePictures } from './service-pictures'

const TEXT = BOOKING_TEXT.service

/** What a service is: its name and need, who gives it, where, for how long, and what it costs. */
export function ServiceAbout({ service }: { service: ServiceDetail }) {
  const { phone, pictures, subsidisedFen, priceFen, where, place } = service
  return (
    <Card>
      <View className="service-head">
        <CategoryIcon category={service.category} />
        <View className="service-head__words">
          <Text className="service-head__name">{service.name}</Text>
          <Text className="service-head__provider">
            {`${BOOKING_TEXT.need[service.need]} · ${service.providerName}`}
          </Text>
        </View>
      </View>
      <Text className="service-about">{service.about}</Text>
      {pictures.length > 0 ? <ServicePictures name={service.name} urls={pictures} /> : null}
      <View className="service-facts">
        <Fact icon={where === 'home' ? 'home' : 'pin'} label={BOOKING_TEXT.confirm.where}>
          {where === 'home' ? TEXT.atHome(place) : place}
        </Fact>
        <Fact icon="clock" label={TEXT.takes}>
          {TEXT.minutes(service.minutes)}
        </Fact>
        <Fact icon="money" label={BOOKING_TEXT.confirm.price}>
          <Text className="service-facts__line">
            {priceFen === 0
              ? formatPrice(priceFen)
              : `${formatPrice(priceFen)}，${WISH_TEXT.onSite}`}
          </Text>
          {subsidisedFen === undefined ? null : (
            <Text className="service-facts__line">
              {TEXT.subsidised(formatPrice(subsidisedFen))}
            </Text>
          )}
        </Fact>
      </View>
      {phone ? (
        <View className="service-call">
          <Button kind="second" icon="phone" onTap={() => callPhone(phone)}>
            {TEXT.call}
          </Button>
        </View>
      ) : null}
    </Card>
  )
}
