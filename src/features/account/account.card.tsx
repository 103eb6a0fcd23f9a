import { Text, View } from '@tarojs/components'
import type { Contract } from '../../../types/contract'
import { openPrivacy } from '../../lib/routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import './account.css'
import { ACCOUNT_TEXT } from './account.text'

/** Asks for consent while the policy in force has not been agreed to. */
export function ConsentCard({ view }: { view: Contract['home.view']['output'] }) {
  const { state, privacy } = view.me
  if (state === 'newcomer' || privacy.agreed === privacy.current) return null
  return (
    <Card className="consent">
      <View className="consent__head">
        <Icon name="shield" className="consent__icon" />
        <Text className="consent__title">{ACCOUNT_TEXT.consent.title}</Text>
      </View>
      <Text className="consent__say">{ACCOUNT_TEXT.consent.say}</Text>
      <Button kind="second" onTap={() => void openPrivacy()}>
        {ACCOUNT_TEXT.consent.open}
      </Button>
    </Card>
  )
}
