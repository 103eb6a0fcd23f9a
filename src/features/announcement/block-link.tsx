import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { LINKS, openLink } from '../../lib/open-link'
import { callPhone } from '../../lib/phone-call'
import { Icon } from '../../ui/icon'
import { Notice } from '../../ui/notice'
import { Tap } from '../../ui/tap'
import { ANNOUNCEMENT_TEXT } from './announcement.text'

const TEXT = ANNOUNCEMENT_TEXT.link
const TEL = 'tel:'

/** A way out of a text: a number is called; a web page opens, or its address is copied where none can. */
export function BlockLink({ words, link }: { words: string; link: string }) {
  const [done, setDone] = useState<boolean>()
  const calls = link.startsWith(TEL)
  const say = calls ? TEXT.call(words) : LINKS === 'copies' ? TEXT.copy(words) : TEXT.open(words)
  const go = () => {
    if (calls) callPhone(link.slice(TEL.length))
    else void openLink(link).then(setDone)
  }
  return (
    <View className="blocks__way">
      <Tap role="link" className="blocks__link" onTap={go}>
        <Icon name={calls ? 'phone' : 'right'} className="blocks__icon" />
        <Text className="blocks__say">{say}</Text>
      </Tap>
      {done === true && LINKS === 'copies' ? (
        <Notice tone="plain" icon="check">
          {TEXT.copied}
        </Notice>
      ) : null}
      {done === false ? <Notice tone="warn">{`${TEXT.failed}${link}`}</Notice> : null}
    </View>
  )
}
