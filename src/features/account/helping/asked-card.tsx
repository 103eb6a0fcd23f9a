import { Text, View } from '@tarojs/components'
import type { HelpRequest } from '../../../../types/contract/account-helping'
import { dayOf, formatDate } from '../../../lib/time.format'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { ReadAloud } from '../../../ui/read-aloud'
import { role } from '../../../ui/role'
import { HELPING_TEXT } from './helping.text'

const TEXT = HELPING_TEXT.asked

/** I asked to act for somebody: the digits to read out to them, large, and what they are to do with them. */
export function AskedCard({ request, now }: { request: HelpRequest; now: number }) {
  const { name, state, code, expiresAt, reason } = request
  if (state !== 'waiting') {
    return (
      <Card>
        <Text className="helping__name">{name}</Text>
        <Notice tone="warn">
          {[TEXT.not[state], reason ? TEXT.reason(reason) : ''].filter(Boolean).join('。')}
        </Notice>
      </Card>
    )
  }
  const spaced = code?.split('').join(' ') ?? ''
  return (
    <Card>
      <Text className="helping__name">{TEXT.waiting(name)}</Text>
      {code ? (
        <>
          <View className="digits" aria-label={`${TEXT.code}：${spaced}`} {...role('img')}>
            {code.split('').map((digit, at) => (
              <Text key={at} className="digits__one">
                {digit}
              </Text>
            ))}
          </View>
          <Text className="helping__how">{TEXT.how(name)}</Text>
          <ReadAloud text={TEXT.spoken(name, spaced)} />
        </>
      ) : null}
      <Text className="helping__fact">{TEXT.desk}</Text>
      <Text className="helping__fact">{TEXT.until(formatDate(dayOf(expiresAt), now))}</Text>
    </Card>
  )
}
