import { Text, View } from '@tarojs/components'
import type { Me } from '../../../../types/contract/account'
import { useQuery } from '../../../cloud/use-query'
import { openJoin, openPrivacy } from '../../../lib/routes'
import { Badge } from '../../../ui/badge'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Standstill } from '../../../ui/standstill'
import { ACCOUNT_TEXT } from '../account.text'
import { AskPhone } from './ask-phone'
import './phone-view.css'

const TEXT = ACCOUNT_TEXT.phone

/** My phone number: WeChat's, or typed; or none at all. One that is verified is not asked for again. */
export function PhoneView() {
  const query = useQuery('account.me', {}, { as: 'me' })
  return (
    <Screen own title={TEXT.title} aloud={TEXT.why}>
      <Loaded
        load={query}
        skeleton={<Skeleton blocks={['line', 'card', 'row', 'row']} />}
        onRetry={() => void query.refresh()}
      >
        {(me) => <Phone me={me} />}
      </Loaded>
    </Screen>
  )
}

function Phone({ me }: { me: Me }) {
  if (me.phone?.verified) {
    return (
      <View className="phone">
        <Kept phone={me.phone} />
        <Text className="phone__say">{TEXT.known}</Text>
      </View>
    )
  }
  if (me.state === 'newcomer') {
    return (
      <Standstill
        icon="phone"
        title={TEXT.title}
        say={TEXT.join}
        action={{ say: ACCOUNT_TEXT.entry.join, onTap: () => void openJoin() }}
      />
    )
  }
  if (me.privacy.agreed !== me.privacy.current) {
    return (
      <Standstill
        icon="shield"
        title={TEXT.consentTitle}
        say={TEXT.consentSay}
        action={{ say: ACCOUNT_TEXT.consent.open, onTap: () => void openPrivacy() }}
      />
    )
  }
  return (
    <View className="phone">
      <Text className="phone__say">{TEXT.why}</Text>
      {me.phone ? <Kept phone={me.phone} /> : null}
      <AskPhone />
    </View>
  )
}

function Kept({ phone }: { phone: NonNullable<Me['phone']> }) {
  return (
    <Card className="phone__kept">
      <View className="phone__words">
        <Text className="phone__label">{TEXT.now}</Text>
        <Text className="phone__number">{phone.masked}</Text>
      </View>
      <Badge tone={phone.verified ? 'accent' : 'warn'}>
        {phone.verified ? TEXT.verified : TEXT.unverified}
      </Badge>
    </Card>
  )
}
