import { Text, View } from '@tarojs/components'
import './button.css'
import { Tap } from './tap'

interface ButtonProps {
  children: string
  onTap: () => void
  /** `main`: the one thing to do here. `second`: another way. `danger`: cannot be taken back. */
  kind?: 'main' | 'second' | 'danger'
  /** What it says while it works; it cannot be tapped then. */
  busy?: string | false | undefined
  disabled?: boolean
  label?: string
}

export function Button({
  children,
  onTap,
  kind = 'main',
  busy,
  disabled = false,
  label,
}: ButtonProps) {
  const working = typeof busy === 'string'
  return (
    <Tap
      className={`button button--${kind}`}
      onTap={onTap}
      disabled={disabled || working}
      {...(label ? { label } : {})}
    >
      {working ? <View className="button__turning" aria-hidden="true" /> : null}
      <Text className="button__words">{working ? busy : children}</Text>
    </Tap>
  )
}
