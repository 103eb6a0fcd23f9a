import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { pressedByKey } from './keyboard'
import './tap.css'

interface TapProps {
  onTap: () => void
  children: ReactNode
  className?: string
  /** What a screen reader says, when it is more than the words inside. */
  label?: string
  role?: 'button' | 'link' | 'checkbox' | 'radio' | 'tab'
  /** For a checkbox or a radio. */
  checked?: boolean
  /** For a tab: the one that is open. */
  current?: boolean
  disabled?: boolean
  /** In H5, whether Tab stops here; what is disabled never does. */
  tabStop?: boolean
}

/**
 * Whatever can be tapped and is no button. Both builds get a name, a role and a state for screen readers
 * (weapp reads `aria-role`); H5 gets the keyboard too. A plain View: NutUI's Cell, Tabbar and Tag drop
 * `aria-*`.
 */
export function Tap({ onTap, children, className = '', disabled = false, ...spoken }: TapProps) {
  const press = () => {
    if (!disabled) onTap()
  }
  return (
    <View
      className={`tap ${className}${disabled ? ' tap--off' : ''}`}
      hoverClass={disabled ? 'none' : 'tap--pressed'}
      hoverStayTime={80}
      onClick={press}
      {...accessible(spoken, disabled, press)}
    >
      {children}
    </View>
  )
}

function accessible(
  {
    role = 'button',
    label,
    checked,
    current,
    tabStop = true,
  }: Pick<TapProps, 'role' | 'label' | 'checked' | 'current' | 'tabStop'>,
  disabled: boolean,
  press: () => void,
) {
  const aria = {
    ...(label ? { 'aria-label': label } : {}),
    ...(checked === undefined ? {} : { 'aria-checked': String(checked) }),
    ...(current === undefined ? {} : { 'aria-selected': String(current) }),
    ...(disabled ? { 'aria-disabled': 'true' } : {}),
  }
  if (process.env.TARO_ENV === 'weapp') return { 'aria-role': role, ...aria }
  return { role, ...pressedByKey(press, tabStop && !disabled), ...aria }
}
