import { Text, View } from '@tarojs/components'
import type { Me } from '../../../types/contract/account'
import { Card } from '../../ui/card'
import { ACCOUNT_TEXT } from './account.text'
import './me-head.css'

/** Who I am here: name, home, and what else I am. */
export function MeHead({ me }: { me: Me }) {
  const newcomer = me.state === 'newcomer'
  const name = newcomer ? ACCOUNT_TEXT.newcomerName : (me.name ?? ACCOUNT_TEXT.noName)
  const place = newcomer
    ? ACCOUNT_TEXT.newcomerWhere
    : [me.places.slice(-1)[0], me.home].filter(Boolean).join(' · ')
  const roles = me.roles.filter((role) => role !== 'resident')
  return (
    <Card className="me-head">
      <View className="me-head__face" aria-hidden="true">
        {name.slice(0, 1)}
      </View>
      <View className="me-head__words">
        <Text className="me-head__name">{name}</Text>
        <Text className="me-head__place">{place}</Text>
        {roles.length > 0 ? (
          <Text className="me-head__roles">
            {roles.map((role) => ACCOUNT_TEXT.role[role]).join('、')}
          </Text>
        ) : null}
      </View>
    </Card>
  )
}
