import { Text } from '@tarojs/components'
import { useState } from 'react'
import { scanCode } from '../../lib/scan-code'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/notice'
import { type Given, givenByCamera, givenByHand } from '../../lib/given-code'
import { SCAN_TEXT } from './scan.text'
import { TypedCode } from './typed-code'

interface ChooseProps {
  letters: readonly string[]
  /** What was typed before, on the way here again. */
  typed: string
  onType: (typed: string) => void
  onGiven: (given: Given) => void
}

/** Two ways to give a code: the camera first, typing when it does not work. */
export function Choose({ letters, typed, onType, onGiven }: ChooseProps) {
  const [camera, setCamera] = useState<'idle' | 'open' | 'failed'>('idle')
  const [problem, setProblem] = useState<string>()
  const scan = async () => {
    if (!scanCode) return
    setCamera('open')
    const seen = await scanCode()
    setCamera(seen === 'failed' ? 'failed' : 'idle')
    if (typeof seen !== 'string') onGiven(givenByCamera(seen, letters))
  }
  const done = () => {
    const given = givenByHand(typed, letters)
    // What is wrong with what was typed is said beside it, where it can be mended.
    if (given.is === 'damaged' || given.is === 'newer') setProblem(SCAN_TEXT.typedWrong[given.is])
    else onGiven(given)
  }
  const type = (next: string) => {
    setProblem(undefined)
    onType(next)
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
      {scanCode ? <Text className="choose__or">{SCAN_TEXT.typeTitle}</Text> : null}
      <TypedCode typed={typed} onType={type} onDone={done} problem={problem} />
    </Card>
  )
}
