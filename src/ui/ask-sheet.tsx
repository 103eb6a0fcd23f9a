import { Text, View } from '@tarojs/components'
import type { useAsked } from '../lib/ask'
import { openWeChatsPolicy } from '../lib/privacy'
import { PRIVACY_TEXT } from '../lib/privacy.text'
import { openPrivacy } from '../lib/routes'
import { AgreeButton } from './agree-button'
import './ask-sheet.css'
import { Button } from './button'
import { useSheetFocus } from './sheet-focus'
import './sheet.css'

type Asked = NonNullable<ReturnType<typeof useAsked>>

/** The sheet of `ask` (lib/ask.ts): what is asked before the program goes on, and why. */
export function AskSheet({ asked }: { asked: Asked }) {
  const { title, say, yes, no, byWeChat, answer } = asked
  const refuse = () => answer(false)
  const focus = useSheetFocus(refuse)
  return (
    <View className="sheet">
      <View className="sheet__veil" onClick={refuse} aria-hidden="true" />
      <View
        className="sheet__body"
        aria-label={title}
        {...{ role: 'dialog', 'aria-role': 'dialog', 'aria-modal': 'true', ...focus }}
      >
        <Text className="sheet__title">{title}</Text>
        <Text className="ask__say">{say}</Text>
        <View className="sheet__buttons">
          {byWeChat ? (
            <>
              <ReadPolicies onLeave={refuse} />
              <AgreeButton onAgree={() => answer(true)}>{yes}</AgreeButton>
            </>
          ) : (
            <Button onTap={() => answer(true)}>{yes}</Button>
          )}
          <Button kind="second" onTap={refuse}>
            {no}
          </Button>
        </View>
      </View>
    </View>
  )
}

/** Both texts, before anything is agreed to. Ours is a page: who goes to read it is asked again after. */
function ReadPolicies({ onLeave }: { onLeave: () => void }) {
  const readOurs = () => {
    onLeave()
    void openPrivacy()
  }
  return (
    <>
      <Button kind="second" onTap={readOurs}>
        {PRIVACY_TEXT.readOurs}
      </Button>
      <Button kind="second" onTap={openWeChatsPolicy}>
        {PRIVACY_TEXT.readWeChats}
      </Button>
    </>
  )
}
