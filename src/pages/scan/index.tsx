import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { goHome } from '../../lib/routes'
import { Button } from '../../ui/button'
import { Screen } from '../../ui/screen'
import { Standstill } from '../../ui/standstill'
import { Choose } from './choose'
import { CODES } from './codes'
import { type Given, givenByScene } from '../../lib/given-code'
import './index.css'
import { SCAN_TEXT } from './scan.text'

const LETTERS = Object.keys(CODES)

/**
 * What every printed code opens, from WeChat's own scanner too (`scene`), and where one is scanned or
 * typed. Each kind of code shows by itself what it leads to.
 */
export default function ScanPage() {
  const { scene } = useRouter().params
  const [given, setGiven] = useState<Given>(() => givenByScene(scene, LETTERS))
  const [typed, setTyped] = useState('')
  const again = () => setGiven({ is: 'nothing' })
  return (
    <Screen title={SCAN_TEXT.title}>
      {given.is === 'nothing' ? (
        <Choose letters={LETTERS} typed={typed} onType={setTyped} onGiven={setGiven} />
      ) : (
        <>
          <Shown given={given} onAgain={again} />
          <View className="scan__again">
            <Button kind="second" onTap={() => void goHome()}>
              {SCAN_TEXT.home}
            </Button>
          </View>
        </>
      )}
    </Screen>
  )
}

function Shown({ given, onAgain }: { given: Given; onAgain: () => void }) {
  if (given.is === 'nothing') return null
  if (given.is === 'code') {
    const Code = CODES[given.letter]
    return Code ? <Code key={given.token} token={given.token} onAgain={onAgain} /> : null
  }
  const { title, say } = SCAN_TEXT[given.is]
  return (
    <Standstill
      icon="alert"
      title={title}
      say={say}
      action={{ say: SCAN_TEXT.again, onTap: onAgain }}
    />
  )
}
