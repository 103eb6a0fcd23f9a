import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import './notice.css'
import { role } from './role'

interface NoticeProps {
  tone: 'plain' | 'warn' | 'danger'
  icon?: IconName
  children: ReactNode
  /** Finds the log line, for the one who is asked for help. */
  requestId?: string | undefined
}

/** A sentence that has to be seen; read out at once by screen readers. */
export function Notice({ tone, icon = 'alert', children, requestId }: NoticeProps) {
  return (
    <View className={`notice notice--${tone}`} {...role('alert')}>
      <Icon name={icon} />
      <View className="notice__words">
        <Text>{children}</Text>
        {requestId ? <Text className="notice__id">{requestId}</Text> : null}
      </View>
    </View>
  )
}
