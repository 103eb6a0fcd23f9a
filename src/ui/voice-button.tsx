import { View } from '@tarojs/components'
import { useVoiceInput } from '../lib/use-voice-input'
import { Button } from './button'
import { Notice } from './notice'
import { UI_TEXT } from './ui.text'
import './voice-button.css'

/** Say it instead of typing it. Only there where the deployment has voice input. */
export function VoiceButton({ onText }: { onText: (heard: string) => void }) {
  const { available, state, start, stop } = useVoiceInput(onText)
  if (!available) return null
  const listening = state === 'listening'
  return (
    <View className="voice">
      <Button kind="second" icon={listening ? 'stop' : 'mic'} onTap={listening ? stop : start}>
        {listening ? UI_TEXT.voiceStop : UI_TEXT.voiceStart}
      </Button>
      {state === 'refused' ? <Notice tone="warn">{UI_TEXT.voiceRefused}</Notice> : null}
      {state === 'failed' ? <Notice tone="warn">{UI_TEXT.voiceFailed}</Notice> : null}
    </View>
  )
}
