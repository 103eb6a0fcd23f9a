import { useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import './app.css'
import { startPersonBar } from './cloud/person-bar'
import { startTransport } from './cloud/transport'
import { followPhone } from './ui/elder'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    startTransport()
    startPersonBar()
  })
  useDidShow(followPhone)
  return children
}
