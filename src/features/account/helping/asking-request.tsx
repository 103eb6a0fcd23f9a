import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { HelpRequest } from '../../../../types/contract/account-helping'
import { useCommand } from '../../../cloud/use-command'
import { dayOf, formatDate } from '../../../lib/time.format'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { TextField } from '../../../ui/text-field'
import { showHelping } from './helping.cache'
import { whoAsks } from './helping.spoken'
import { HELPING_TEXT } from './helping.text'

const TEXT = HELPING_TEXT.asking
const DIGITS = 6

/** These are about the digits, and stand beside them. */
const OF_DIGITS: readonly string[] = ['CODE_WRONG', 'CODE_LOCKED', 'CODE_EXPIRED', 'BAD_INPUT']

/** Somebody asks to act for me: who it is, how to know them, and what not to do for a stranger. */
export function AskingRequest({ request, now }: { request: HelpRequest; now: number }) {
  const { requestId, name, scope, state, askedAt } = request
  const confirm = useCommand('account.confirmHelper', { as: 'me' })
  const refuse = useCommand('account.refuseHelper', { as: 'me' })
  const [digits, setDigits] = useState('')
  const [problem, setProblem] = useState<string>()
  const agree = async () => {
    const code = digits.replace(/\D/g, '')
    if (code.length !== DIGITS) return setProblem(TEXT.sixDigits)
    const result = await confirm.run({ requestId, code })
    if (result?.ok) showHelping(result.data)
    else if (result) setProblem(OF_DIGITS.includes(result.error.code) ? result.error.message : '')
  }
  const decline = async () => {
    const result = await refuse.run({ requestId })
    if (result?.ok) showHelping(result.data)
  }
  const error = refuse.error ?? (problem ? undefined : confirm.error)
  return (
    <Card>
      <Text className="helping__name">{whoAsks(request)}</Text>
      <Text className="helping__fact">
        {TEXT.since(formatDate(dayOf(askedAt), now), HELPING_TEXT.scope[scope])}
      </Text>
      {state === 'waiting' ? (
        <View className="helping__buttons">
          <Notice tone="danger">{TEXT.warn}</Notice>
          <TextField
            kind="phone"
            label={TEXT.digits(name)}
            hint={TEXT.digitsHint}
            value={digits}
            onChange={(next) => {
              setProblem(undefined)
              setDigits(next)
            }}
            maxLength={DIGITS * 2}
            problem={problem === '' ? undefined : problem}
          />
          {error ? <Notice tone="warn">{error.message}</Notice> : null}
          <Button
            busy={confirm.says(TEXT.agreeing)}
            disabled={refuse.busy}
            onTap={() => void agree()}
          >
            {TEXT.agree}
          </Button>
          <Button
            kind="danger"
            busy={refuse.says(TEXT.refusing)}
            disabled={confirm.busy}
            onTap={() => void decline()}
          >
            {TEXT.refuse}
          </Button>
        </View>
      ) : (
        <Notice tone="plain">{TEXT.notNow[state]}</Notice>
      )}
    </Card>
  )
}
