import { Text } from '@tarojs/components'
import type { Phone } from '../../../types/contract/directory'
import { callPhone } from '../../lib/phone-call'
import { Icon } from '../../ui/icon'
import { Tap } from '../../ui/tap'
import './call-button.css'
import { DIRECTORY_TEXT } from './directory.text'

/** People know a number of three or five digits by heart: the button says it. */
const KNOWN_BY_HEART = 5

interface CallButtonProps {
  name: string
  phone: Phone
  /** Has to be found before anything else on the screen. */
  urgent?: boolean
}

/** One tap from a call. */
export function CallButton({ name, phone, urgent = false }: CallButtonProps) {
  const { number, label } = phone
  return (
    <Tap
      className={`call-button${urgent ? ' call-button--urgent' : ''}`}
      label={DIRECTORY_TEXT.callLabel(name, number, label)}
      onTap={() => callPhone(number)}
    >
      <Icon name="phone" />
      <Text>
        {number.length <= KNOWN_BY_HEART ? DIRECTORY_TEXT.callNumber(number) : DIRECTORY_TEXT.call}
      </Text>
    </Tap>
  )
}
