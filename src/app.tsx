import { useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import './app.css'
import { startPersonBar } from './cloud/person-bar'
import { startTransport } from './cloud/transport'
import { followPhone } from './ui/elder'
import { followActing } from './lib/acting'
import { startPrivacy } from './lib/privacy'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    startTransport()
    startPrivacy()
    startPersonBar()
  })
  useDidShow(followPhone)
  useDidShow(followActing)
  return children
}
