import { Text, View } from '@tarojs/components'
import type { Me } from '../../../types/contract/account'
import { dayOf, formatDate, formatWeekday } from '../../lib/time.format'
import { openScan } from '../../lib/routes'
import { setElder, useElder } from '../../ui/elder'
import { Icon } from '../../ui/icon'
import { ReadAloud } from '../../ui/read-aloud'
import { Tap } from '../../ui/tap'
import { ACCOUNT_TEXT } from './account.text'
import './who.css'

interface WhoProps {
  me?: Me | undefined
  now?: number | undefined
  /** The rest of the screen, for whoever wants it read out. */
  aloud?: string | undefined
}

/** The head of home: who I am, where, what day it is, and the way into elder mode. */
export function Who({ me, now, aloud }: WhoProps) {
  const newcomer = me?.state === 'newcomer'
  const hello = helloTo(me)
  const today = now === undefined ? '' : dayOf(now)
  const place = [...(me?.places ?? []).slice(-1), me?.home].filter(Boolean).join(' · ')
  return (
    <View className="who">
      <View className="who__top">
        <Text className="who__today">
          {now === undefined ? '' : `${formatDate(today, now)} ${formatWeekday(today)}`}
        </Text>
        <View className="who__ways">
          <Tap className="who__way" onTap={() => void openScan()}>
            <Icon name="scan" />
            <Text>{ACCOUNT_TEXT.scan}</Text>
          </Tap>
          <ElderSwitch />
        </View>
      </View>
      <Text className="who__name">{hello}</Text>
      <Text className="who__place">{newcomer ? ACCOUNT_TEXT.newcomerPlace : place}</Text>
      {aloud ? <ReadAloud text={`${hello}。${aloud}`} /> : null}
      <View className="who__street" aria-hidden="true" />
    </View>
  )
}

function helloTo(me: Me | undefined): string {
  if (me?.state === 'newcomer') return ACCOUNT_TEXT.helloNewcomer
  return me?.seenBy && me.name ? ACCOUNT_TEXT.theirHome(me.name) : ACCOUNT_TEXT.hello(me?.name)
}

/** A button that names what a tap does: "exit, switched on" would say the opposite. */
function ElderSwitch() {
  const elder = useElder()
  return (
    <Tap
      className="who__way"
      label={elder ? ACCOUNT_TEXT.elderOff : `${ACCOUNT_TEXT.elderOn}，${ACCOUNT_TEXT.elderSay}`}
      onTap={() => setElder(!elder)}
    >
      <Icon name="letters" />
      <Text>{elder ? ACCOUNT_TEXT.elderOff : ACCOUNT_TEXT.elderOn}</Text>
    </Tap>
  )
}
