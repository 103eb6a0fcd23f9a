import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { LINKS, openLink } from '../lib/open-link'
import { callPhone } from '../lib/phone-call'
import { Icon } from './icon'
import { Notice } from './notice'
import { Tap } from './tap'
import { UI_TEXT } from './ui.text'

const TEL = 'tel:'

/** A way out of a text: a number is called; a web page opens, or its address is copied where none can. */
export function RichLink({ words, link }: { words: string; link: string }) {
  const [done, setDone] = useState<boolean>()
  const calls = link.startsWith(TEL)
  const say = calls
    ? UI_TEXT.call(words)
    : LINKS === 'copies'
      ? UI_TEXT.copyLink(words)
      : UI_TEXT.openLink(words)
  const go = () => {
    if (calls) callPhone(link.slice(TEL.length))
    else void openLink(link).then(setDone)
  }
  return (
    <View className="rich__way">
      <Tap role="link" className="rich__link" onTap={go}>
        <Icon name={calls ? 'phone' : 'right'} className="rich__icon" />
        <Text className="rich__say">{say}</Text>
      </Tap>
      {done === true && LINKS === 'copies' ? (
        <Notice tone="plain" icon="check">
          {UI_TEXT.linkCopied}
        </Notice>
      ) : null}
      {done === false ? <Notice tone="warn">{`${UI_TEXT.linkFailed}${link}`}</Notice> : null}
    </View>
  )
}
