import { View } from '@tarojs/components'
import './icon.css'

export type IconName =
  | 'health'
  | 'care'
  | 'home'
  | 'activity'
  | 'calendar'
  | 'clock'
  | 'pin'
  | 'person'
  | 'phone'
  | 'money'
  | 'right'
  | 'left'
  | 'check'
  | 'letters'
  | 'shield'
  | 'offline'
  | 'alert'
  | 'bell'
  | 'services'
  | 'speaker'
  | 'stop'
  | 'mic'
  | 'family'
  | 'emergency'
  | 'book'
  | 'bin'
  | 'scan'
  | 'horn'
  | 'chat'
  | 'search'
  | 'file'
  | 'jobs'
  | 'affairs'

/**
 * A line drawing in the colour of the text around it. Always beside words, so screen readers skip it.
 * A mask of CSS renders in weapp and costs one View; NutUI's icons cost 1 to 3 KB of setData each.
 */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return <View className={`icon icon--${name} ${className}`} aria-hidden="true" />
}
