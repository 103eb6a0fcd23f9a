import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/notice'
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
      {TEXT.steps.map((step, index) => (
        <View key={step} className="newcomer__step">
          <Text className="newcomer__number">{index + 1}</Text>
          <Text className="newcomer__words">{step}</Text>
        </View>
      ))}
      {checked === 'still' ? <Notice tone="warn">{TEXT.still}</Notice> : null}
      <Button busy={checked === 'busy' && TEXT.done} onTap={() => void check()}>
        {TEXT.done}
      </Button>
    </Card>
  )
}
