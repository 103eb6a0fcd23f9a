import { Text, View } from '@tarojs/components'
import type { Me } from '../../../../types/contract/account'
import { callPhone } from '../../../lib/phone-call'
import { goHome, openDirectory } from '../../../lib/routes'
import { Button } from '../../../ui/button'
import { Done } from '../../../ui/done'
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
      <Done icon={waits ? 'clock' : 'check'} title={title} about={place} say={say} />
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
