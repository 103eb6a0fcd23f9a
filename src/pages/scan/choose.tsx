import { Text } from '@tarojs/components'
import { useState } from 'react'
import { scanCode } from '../../lib/scan-code'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/notice'
import { type Given, givenByCamera, givenByHand } from './given'
import { SCAN_TEXT } from './scan.text'
import { TypedCode } from './typed-code'

interface ChooseProps {
  letters: readonly string[]
  onGiven: (given: Given) => void
}

/** Two ways to give a code: the camera first, typing when it does not work. */
export function Choose({ letters, onGiven }: ChooseProps) {
  const [camera, setCamera] = useState<'idle' | 'open' | 'failed'>('idle')
  const scan = async () => {
    if (!scanCode) return
    setCamera('open')
    const seen = await scanCode()
    setCamera(seen === 'failed' ? 'failed' : 'idle')
    if (typeof seen !== 'string') onGiven(givenByCamera(seen, letters))
  }
  return (
    <Card className="choose">
      <Text className="choose__say">{scanCode ? SCAN_TEXT.say : SCAN_TEXT.noCamera}</Text>
      {scanCode ? (
        <Button busy={camera === 'open' && SCAN_TEXT.scanning} onTap={() => void scan()}>
          {SCAN_TEXT.scan}
        </Button>
      ) : null}
      {camera === 'failed' ? <Notice tone="warn">{SCAN_TEXT.cameraFailed}</Notice> : null}
      <TypedCode onTyped={(typed) => onGiven(givenByHand(typed, letters))} />
    </Card>
  )
}
