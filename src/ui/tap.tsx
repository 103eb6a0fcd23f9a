import { View } from '@tarojs/components'
import type { KeyboardEvent, ReactNode } from 'react'
import './tap.css'

interface TapProps {
  onTap: () => void
  children: ReactNode
  className?: string
  /** What a screen reader says, when it is more than the words inside. */
  label?: string
  role?: 'button' | 'link' | 'checkbox' | 'radio'
  /** For a checkbox or a radio. */
  checked?: boolean
  disabled?: boolean
  /** In H5, whether Tab stops here; what is disabled never does. */
  tabStop?: boolean
}

/**
 * Whatever can be tapped. Both builds get a name, a role and a state for screen readers (weapp reads
 * `aria-role`); H5 gets the keyboard too. Plain Views, since Taro's Button brings a look of its own.
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
    tabStop = true,
  }: Pick<TapProps, 'role' | 'label' | 'checked' | 'tabStop'>,
  disabled: boolean,
  press: () => void,
) {
  const aria = {
    ...(label ? { 'aria-label': label } : {}),
    ...(checked === undefined ? {} : { 'aria-checked': String(checked) }),
    ...(disabled ? { 'aria-disabled': 'true' } : {}),
  }
  if (process.env.TARO_ENV === 'weapp') return { 'aria-role': role, ...aria }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    press()
  }
  return { role, tabIndex: tabStop && !disabled ? 0 : -1, onKeyDown, ...aria }
}
