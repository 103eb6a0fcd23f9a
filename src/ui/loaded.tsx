import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Load } from '../lib/load.model'
import './loaded.css'
import { Notice } from './notice'
import { Standstill } from './standstill'
import { UI_TEXT } from './ui.text'

interface LoadedProps<Data> {
  load: Load<Data>
  /** What stands there until the data comes. */
  skeleton: ReactNode
  onRetry: () => void
  children: (data: Data, now: number) => ReactNode
}

/** Shows data in whichever state it is: never a blank screen, and always something to do. */
export function Loaded<Data>({ load, skeleton, onRetry, children }: LoadedProps<Data>) {
  switch (load.status) {
    case 'loading':
      return <>{skeleton}</>
    case 'ready':
      return (
        <>
          {load.problem ? (
            <View className="loaded__problem">
              <Notice tone="warn" icon={load.problem.code === 'OFFLINE' ? 'offline' : 'alert'}>
                {UI_TEXT.refreshFailed}
              </Notice>
            </View>
          ) : null}
          {children(load.data, load.now)}
        </>
      )
    case 'offline':
    case 'error':
      return (
        <Standstill
          icon={load.status === 'offline' ? 'offline' : 'alert'}
          title={load.status === 'offline' ? UI_TEXT.offlineTitle : UI_TEXT.errorTitle}
          say={load.error.message}
          action={{ say: UI_TEXT.retry, onTap: onRetry }}
          small={load.error.requestId ? UI_TEXT.requestId(load.error.requestId) : undefined}
        />
      )
  }
}
