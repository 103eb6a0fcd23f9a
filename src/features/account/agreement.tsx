import { Text, View } from '@tarojs/components'
import { openPrivacy } from '../../lib/routes'
import { Icon } from '../../ui/icon'
import { Notice } from '../../ui/notice'
import { Tap } from '../../ui/tap'
import './agreement.css'
import { JOINING_TEXT } from './joining/joining.text'

const TEXT = JOINING_TEXT.who

interface AgreementProps {
  agreed: boolean
  onAgree: (agreed: boolean) => void
  problem?: string | undefined
}

/** The consent to the privacy policy, never given beforehand, with the way to read it beside. */
export function Agreement({ agreed, onAgree, problem }: AgreementProps) {
  return (
    <View className="agreement">
      <Tap
        role="checkbox"
        checked={agreed}
        className={`agreement__tick${agreed ? ' agreement__tick--on' : ''}`}
        onTap={() => onAgree(!agreed)}
      >
        <View className="agreement__box">{agreed ? <Icon name="check" /> : null}</View>
        <Text className="agreement__say">{TEXT.agree}</Text>
      </Tap>
      <Tap role="link" className="agreement__read" onTap={() => void openPrivacy()}>
        <Text>{TEXT.read}</Text>
        <Icon name="right" className="agreement__arrow" />
      </Tap>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
    </View>
  )
}
