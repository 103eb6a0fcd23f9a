import { View } from '@tarojs/components'
import type { KeyboardEvent, ReactNode } from 'react'

interface RadioGroupProps {
  /** What is chosen here. */
  label: string
  className?: string
  children: ReactNode
}

/** Of the radios in it exactly one is chosen. In H5 Tab stops at that one, and the arrows choose another. */
export function RadioGroup({ label, className = '', children }: RadioGroupProps) {
  const role =
    process.env.TARO_ENV === 'weapp'
      ? { 'aria-role': 'radiogroup' }
      : { role: 'radiogroup', onKeyDown: chooseByArrow }
  return (
    <View className={className} aria-label={label} {...role}>
      {children}
    </View>
  )
}

const STEPS: Partial<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
}

function chooseByArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key]
  const group = (event.target as HTMLElement).closest('[role="radiogroup"]')
  if (step === undefined || !group) return
  event.preventDefault()
  const radios = Array.from(
    group.querySelectorAll<HTMLElement>('[role="radio"]:not([aria-disabled])'),
  )
  const at = radios.findIndex((radio) => radio === document.activeElement)
  const next = radios[(at + step + radios.length) % radios.length]
  next?.focus()
  next?.click()
}
