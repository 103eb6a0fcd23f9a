import { Text, View } from '@tarojs/components'
import { stopActing, useActing } from '../lib/acting'
import { startAgain } from '../lib/routes'
import './acting-bar.css'
import { Icon } from './icon'
import { role } from './role'
import { Tap } from './tap'
import { UI_TEXT } from './ui.text'

const TEXT = UI_TEXT.acting

/** Over every screen while the program acts for somebody: for whom, and the way out of it. */
export function ActingBar({ own, behind }: { own: boolean; behind: object }) {
  const acting = useActing()
  if (!acting) return null
  const leave = () => {
    stopActing()
    void startAgain()
  }
  return (
    <View className="acting" {...behind}>
      <View className="acting__words" {...role('status')}>
        <Icon name="family" />
        <View className="acting__say">
          <Text className="acting__now">{TEXT.now(acting.name)}</Text>
          {own ? <Text className="acting__own">{TEXT.own}</Text> : null}
        </View>
      </View>
      <Tap className="acting__leave" label={TEXT.leaveLabel(acting.name)} onTap={leave}>
        <Text>{TEXT.leave}</Text>
      </Tap>
    </View>
  )
}
