import { Text, View } from '@tarojs/components'
import type { Me } from '../../../types/contract/account'
import { openDesk } from '../../lib/routes'
import { Icon } from '../../ui/icon'
import { Tap } from '../../ui/tap'
import './desk.entry.css'
import { DESK_TEXT } from './desk.text'

/** The way to the desk, for those who work there. The cloud decides again who may read it. */
export function DeskEntry({ me }: { me: Me }) {
  if (!me.roles.includes('staff')) return null
  return (
    <Tap
      role="link"
      className="desk-entry"
      label={`${DESK_TEXT.entry}，${DESK_TEXT.entrySay}`}
      onTap={() => void openDesk()}
    >
      <Icon name="calendar" className="desk-entry__icon" />
      <View className="desk-entry__words">
        <Text className="desk-entry__title">{DESK_TEXT.entry}</Text>
        <Text className="desk-entry__say">{DESK_TEXT.entrySay}</Text>
      </View>
      <Icon name="right" className="desk-entry__arrow" />
    </Tap>
  )
}
