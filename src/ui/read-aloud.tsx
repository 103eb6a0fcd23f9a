import { Text, View } from '@tarojs/components'
import { useReadAloud } from '../lib/use-read-aloud'
import { Icon } from './icon'
import { Notice } from './notice'
import './read-aloud.css'
import { Tap } from './tap'
import { UI_TEXT } from './ui.text'

/** "Read it to me": speaks a screen's words, and stops at the second tap or when the screen is left. */
export function ReadAloud({ text }: { text: string }) {
  const { available, speaking, speak, stop, failed } = useReadAloud()
  if (!available) return null
  return (
    <View className="read-aloud">
      <Tap className="read-aloud__tap" onTap={speaking ? stop : () => speak(text)}>
        <Icon name={speaking ? 'stop' : 'speaker'} />
        <Text>{speaking ? UI_TEXT.stopReading : UI_TEXT.readAloud}</Text>
      </Tap>
      {failed ? <Notice tone="warn">{UI_TEXT.readFailed}</Notice> : null}
    </View>
  )
}
