import { Text, View } from '@tarojs/components'
import { useEffect, useMemo, useState } from 'react'
import { ROLLING_LETTER, stepAt } from '../../../../types/contract/rolling-code'
import { keepBright } from '../../../lib/bright-screen'
import { phoneNow } from '../../../lib/phone-clock'
import { CodePicture } from '../../../ui/code-picture'
import { Standstill } from '../../../ui/standstill'
import { CARE_TEXT } from './care.text'
import { codeAt, SECONDS, secondsLeft } from './rolling'
import './rolling-code.css'
import type { KeptSeeds } from './kept-seeds'

const TEXT = CARE_TEXT.code

/** The person's code as it is this half minute, drawn on the phone; as bright as the phone goes. */
export function RollingCode({ seeds, offset }: KeptSeeds) {
  const [now, setNow] = useState(() => phoneNow() + offset)
  useEffect(() => {
    const timer = setInterval(() => setNow(phoneNow() + offset), 1_000)
    return () => clearInterval(timer)
  }, [offset])
  useEffect(keepBright, [])
  const step = stepAt(now)
  const code = useMemo(() => codeAt(seeds, step * SECONDS * 1_000), [seeds, step])
  if (code === undefined) return <Standstill icon="offline" title={TEXT.none} say={TEXT.noneSay} />
  const scene = ROLLING_LETTER + code
  const left = secondsLeft(now)
  const part = `${Math.round((left / SECONDS) * 360)}deg`
  return (
    <View className="rolling">
      <CodePicture scene={scene} letters={scene} label={TEXT.picture} />
      <View className="rolling__time">
        <View
          className="rolling__ring"
          aria-hidden="true"
          style={{ backgroundImage: `conic-gradient(transparent ${part}, var(--line) 0)` }}
        />
        <Text className="rolling__left">{TEXT.left(left)}</Text>
      </View>
    </View>
  )
}
