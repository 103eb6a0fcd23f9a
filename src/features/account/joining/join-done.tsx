import { Text, View } from '@tarojs/components'
import type { Me } from '../../../../types/contract/account'
import { callPhone } from '../../../lib/phone-call'
import { goHome, openDirectory } from '../../../lib/routes'
import { Button } from '../../../ui/button'
import { Icon } from '../../../ui/icon'
import { role } from '../../../ui/role'
import { Screen } from '../../../ui/screen'
import { ACCOUNT_TEXT } from '../account.text'
import './joining.css'
import { JOINING_TEXT } from './joining.text'

const TEXT = JOINING_TEXT.done

/** The last screen: one is in, or what happens next and whom to call. `inside`: part of a screen. */
export function JoinDone({ me, inside = false }: { me: Me; inside?: boolean }) {
  const waits = me.request?.state === 'waiting'
  const title = waits ? TEXT.waiting : TEXT.joined
  const say = waits ? TEXT.waitingSay : TEXT.joinedSay
  const place = waits
    ? me.request?.place
    : [me.places.slice(-1)[0], me.home].filter(Boolean).join(' ')
  const body = (
    <>
      <View className="joined" {...role('status')}>
        <View className="joined__disc">
          <Icon name={waits ? 'clock' : 'check'} className="joined__icon" />
        </View>
        <Text className="joined__title">{title}</Text>
        {place ? <Text className="joined__place">{place}</Text> : null}
        <Text className="joined__say">{say}</Text>
      </View>
      <View className="joining__buttons">
        <Button onTap={() => void goHome()}>{waits ? TEXT.back : TEXT.home}</Button>
        {waits ? <WhomToCall office={me.office} /> : null}
      </View>
    </>
  )
  if (inside) return body
  return (
    <Screen own title={JOINING_TEXT.title} aloud={[title, place, say].filter(Boolean).join('。')}>
      {body}
    </Screen>
  )
}

function WhomToCall({ office }: { office: Me['office'] }) {
  return (
    <>
      <Text className="joined__call">{TEXT.call}</Text>
      {office ? (
        <Button
          kind="second"
          icon="phone"
          label={ACCOUNT_TEXT.calls.officeLabel(office.name, office.hours)}
          onTap={() => callPhone(office.phone)}
        >
          {office.name}
        </Button>
      ) : (
        <Button kind="second" icon="phone" onTap={() => void openDirectory()}>
          {TEXT.phones}
        </Button>
      )}
    </>
  )
}
