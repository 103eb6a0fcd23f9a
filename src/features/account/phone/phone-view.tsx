import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Me } from '../../../../types/contract/account'
import { showMe } from '../../../cloud/show-me'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { openJoin, openPrivacy } from '../../../lib/routes'
import { Badge } from '../../../ui/badge'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { NumberButton } from '../../../ui/number-button'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Standstill } from '../../../ui/standstill'
import { TextField } from '../../../ui/text-field'
import { ACCOUNT_TEXT } from '../account.text'
import './phone-view.css'
import { dialledNumber } from '../family.rules'

const TEXT = ACCOUNT_TEXT.phone
const PHONE_CHARS = 20

/** My phone number: WeChat's, or typed; or none at all. One that is verified is not asked for again. */
export function PhoneView() {
  const query = useQuery('account.me', {}, { as: 'me' })
  return (
    <Screen own title={TEXT.title} aloud={TEXT.why}>
      <Loaded
        load={query}
        skeleton={<Skeleton blocks={['line', 'card', 'row', 'row']} />}
        onRetry={() => void query.refresh()}
      >
        {(me) => <Phone me={me} />}
      </Loaded>
    </Screen>
  )
}

function Phone({ me }: { me: Me }) {
  if (me.phone?.verified) {
    return (
      <View className="phone">
        <Kept phone={me.phone} />
        <Text className="phone__say">{TEXT.known}</Text>
      </View>
    )
  }
  if (me.state === 'newcomer') {
    return (
      <Standstill
        icon="phone"
        title={TEXT.title}
        say={TEXT.join}
        action={{ say: ACCOUNT_TEXT.entry.join, onTap: () => void openJoin() }}
      />
    )
  }
  if (me.privacy.agreed !== me.privacy.current) {
    return (
      <Standstill
        icon="shield"
        title={TEXT.consentTitle}
        say={TEXT.consentSay}
        action={{ say: ACCOUNT_TEXT.consent.open, onTap: () => void openPrivacy() }}
      />
    )
  }
  return (
    <View className="phone">
      <Text className="phone__say">{TEXT.why}</Text>
      {me.phone ? <Kept phone={me.phone} /> : null}
      <Ask />
    </View>
  )
}

function Kept({ phone }: { phone: NonNullable<Me['phone']> }) {
  return (
    <Card className="phone__kept">
      <View className="phone__words">
        <Text className="phone__label">{TEXT.now}</Text>
        <Text className="phone__number">{phone.masked}</Text>
      </View>
      <Badge tone={phone.verified ? 'accent' : 'warn'}>
        {phone.verified ? TEXT.verified : TEXT.unverified}
      </Badge>
    </Card>
  )
}

/** WeChat first, where there is WeChat; typing always works. */
function Ask() {
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
