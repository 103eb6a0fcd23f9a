import { Button } from '@nutui/nutui-react-taro'
import { View } from '@tarojs/components'
import type { FunctionComponent } from 'react'
import './button.css'
import { Icon } from './icon'

/** Asks WeChat for the person's number, at their tap. */
export interface NumberButtonProps {
  children: string
  /** What it says while the number is on its way. */
  busy: string | false
  /** The one-time code that the cloud changes into the number; nothing when it was refused. */
  onCode: (code: string | undefined) => void
}

/** WeChat's own button, which alone may ask; made to look like ours. Given in weapp only. */
export const NumberButton: FunctionComponent<NumberButtonProps> | undefined = ({
  children,
  busy,
  onCode,
}) => (
  <Button
    block
    type="primary"
    fill="solid"
    size="xlarge"
    shape="square"
    className={`button button--main${busy ? ' button--off' : ''}`}
    aria-label={busy || children}
    {...(busy ? { 'aria-disabled': 'true' } : { openType: 'getPhoneNumber' as const })}
    onGetPhoneNumber={({ detail }: { detail: { code?: string } }) => onCode(detail.code)}
  >
    {busy ? <View className="button__turning" aria-hidden="true" /> : <Icon name="phone" />}
    <View className="button__words">{busy || children}</View>
  </Button>
)
