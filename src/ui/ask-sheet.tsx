import { Text, View } from '@tarojs/components'
import type { useAsked } from '../lib/ask'
import { openWeChatsPolicy } from '../lib/privacy'
import { PRIVACY_TEXT } from '../lib/privacy.text'
import { openPrivacy } from '../lib/routes'
import { AgreeButton } from './agree-button'
import './ask-sheet.css'
import { Button } from './button'
import { Dialog } from './dialog'

type Asked = NonNullable<ReturnType<typeof useAsked>>

/** The sheet of `ask` (lib/ask.ts): what is asked before the program goes on, and why. */
export function AskSheet({ asked }: { asked: Asked }) {
  const { title, say, yes, no, byWeChat, answer } = asked
  const refuse = () => answer(false)
  return (
    <Dialog title={title} onLeave={refuse}>
      <Text className="ask__say">{say}</Text>
      <View className="dialog__buttons">
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
    </Dialog>
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
