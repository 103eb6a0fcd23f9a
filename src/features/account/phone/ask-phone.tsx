import { Text } from '@tarojs/components'
import { useState } from 'react'
import { showMe } from '../../../cloud/show-me'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { NumberButton } from '../../../ui/number-button'
import { TextField } from '../../../ui/text-field'
import { ACCOUNT_TEXT } from '../account.text'
import { dialledNumber } from '../family.rules'
import './phone-view.css'

const TEXT = ACCOUNT_TEXT.phone
const PHONE_CHARS = 20

/** WeChat first, where there is WeChat; typing always works. */
export function AskPhone() {
  const save = useCommand('account.savePhone')
  const [typed, setTyped] = useState('')
  const [way, setWay] = useState<'wechat' | 'typed'>('typed')
  const [said, setSaid] = useState<'saved' | 'denied'>()
  const [problem, setProblem] = useState<string>()
  const send = async (input: Parameters<typeof save.run>[0]) => {
    setSaid(undefined)
    setProblem(undefined)
    const result = await save.run(input)
    if (result?.ok) {
      setTyped('')
      setSaid('saved')
      showMe(result.data)
    } else setProblem(result?.error.fields?.typed)
  }
  const byWeChat = (wechatCode: string | undefined) => {
    setWay('wechat')
    if (wechatCode === undefined) setSaid('denied')
    else void send({ wechatCode })
  }
  const byHand = () => {
    setWay('typed')
    const number = dialledNumber(typed)
    if (number === undefined) setProblem(TEXT.bad)
    else void send({ typed: number })
  }
  const error = save.error && !problem ? <Notice tone="warn">{save.error.message}</Notice> : null
  return (
    <>
      {said === 'saved' ? (
        <Notice tone="plain" icon="check">
          {TEXT.saved}
        </Notice>
      ) : null}
      {NumberButton ? (
        <Card className="phone__form">
          <Text className="phone__say">{TEXT.wechatSay}</Text>
          {said === 'denied' ? <Notice tone="plain">{TEXT.denied}</Notice> : null}
          {way === 'wechat' ? error : null}
          <NumberButton busy={way === 'wechat' && save.says(TEXT.asking)} onCode={byWeChat}>
            {TEXT.wechat}
          </NumberButton>
        </Card>
      ) : null}
      <Card className="phone__form">
        <Text className="phone__title">{NumberButton ? TEXT.typedTitle : TEXT.typedOnly}</Text>
        <Text className="phone__say">{TEXT.typedSay}</Text>
        <TextField
          kind="phone"
          label={TEXT.typed}
          value={typed}
          onChange={(next) => {
            setProblem(undefined)
            setTyped(next)
          }}
          maxLength={PHONE_CHARS}
          problem={problem}
        />
        {way === 'typed' ? error : null}
        <Button
          kind={NumberButton ? 'second' : 'main'}
          busy={way === 'typed' && save.says(TEXT.saving)}
          onTap={byHand}
        >
          {TEXT.save}
        </Button>
      </Card>
    </>
  )
}
