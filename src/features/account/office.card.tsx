import { Text, View } from '@tarojs/components'
import type { Contract } from '../../../types/contract'
import { callPhone } from '../../lib/phone-call'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Tap } from '../../ui/tap'
import './account.css'
import { ACCOUNT_TEXT } from './account.text'

/** The community's service desk, one tap from a call. */
export function OfficeCard({ view }: { view: Contract['home.view']['output'] }) {
  const { office } = view.me
  if (!office) return null
  return (
    <Card className="office">
      <View className="office__words">
        <Text className="office__name">{office.name}</Text>
        <Text className="office__hours">{office.hours}</Text>
        <Text className="office__phone">{office.phone}</Text>
      </View>
      <Tap
        className="office__call"
        label={ACCOUNT_TEXT.office.callLabel(office.name)}
        onTap={() => callPhone(office.phone)}
      >
        <Icon name="phone" />
        <Text>{ACCOUNT_TEXT.office.call}</Text>
      </Tap>
    </Card>
  )
}
