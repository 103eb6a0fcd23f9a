import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/notice'
import { Steps } from '../../ui/steps'
import './account.css'
import { ACCOUNT_TEXT } from './account.text'

const TEXT = ACCOUNT_TEXT.newcomer

/** All that home shows to someone whom no community knows yet: what to do about it. */
export function Newcomer({ onCheck }: { onCheck: () => Promise<void> }) {
  const [checked, setChecked] = useState<'no' | 'busy' | 'still'>('no')
  const check = async () => {
    setChecked('busy')
    // Once registered this whole part is gone; whoever still reads it is not registered.
    await onCheck()
    setChecked('still')
  }
  return (
    <Card className="newcomer">
      <Text className="newcomer__title">{TEXT.title}</Text>
      <Text className="newcomer__say">{TEXT.say}</Text>
      <Steps label={TEXT.stepsLabel} steps={TEXT.steps} direction="vertical" />
      {checked === 'still' ? <Notice tone="warn">{TEXT.still}</Notice> : null}
      <Button busy={checked === 'busy' && TEXT.done} onTap={() => void check()}>
        {TEXT.done}
      </Button>
    </Card>
  )
}
