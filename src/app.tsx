import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import './app.css'
import { startPersonBar } from './cloud/person-bar'
import { startTransport } from './cloud/transport'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    startTransport()
    startPersonBar()
  })
  return children
}
