import { Button as NutButton } from '@nutui/nutui-react-taro'
import { View } from '@tarojs/components'
import './button.css'
import { Icon, type IconName } from './icon'
import { pressedByKey } from './keyboard'

interface ButtonProps {
  children: string
  onTap: () => void
  /** `main`: the one thing to do here. `second`: another way. `danger`: cannot be taken back. */
  kind?: 'main' | 'second' | 'danger'
  /** What it says while it works; it cannot be tapped then. */
  busy?: string | false | undefined
  disabled?: boolean
  label?: string
  icon?: IconName
}

const LOOK = {
  main: { type: 'primary', fill: 'solid' },
  second: { type: 'default', fill: 'outline' },
  danger: { type: 'danger', fill: 'outline' },
} as const

/** NutUI's button with our sizes, and with what a screen reader and a keyboard need. */
export function Button({
  children,
  onTap,
  kind = 'main',
  busy,
  disabled = false,
  label,
  icon,
}: ButtonProps) {
  const working = typeof busy === 'string'
  const off = disabled || working
  const press = () => {
    if (!off) onTap()
  }
  return (
    <NutButton
      {...LOOK[kind]}
      block
      size="xlarge"
      shape="square"
      className={`button button--${kind}${off ? ' button--off' : ''}`}
      hoverClass={off ? 'none' : 'tap--pressed'}
      onClick={press}
      {...accessible(off, label, press)}
    >
      {working ? <View className="button__turning" aria-hidden="true" /> : null}
      {icon && !working ? <Icon name={icon} /> : null}
      <View className="button__words">{working ? busy : children}</View>
    </NutButton>
  )
}

/** `disabled` itself is not given: a phone's button that is disabled is skipped by screen readers. */
function accessible(off: boolean, label: string | undefined, press: () => void) {
  const aria = {
    ...(label ? { 'aria-label': label } : {}),
    ...(off ? { 'aria-disabled': 'true' } : {}),
  }
  if (process.env.TARO_ENV === 'weapp') return { 'aria-role': 'button', ...aria }
  return { role: 'button', ...pressedByKey(press, !off), ...aria }
}
