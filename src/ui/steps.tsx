import { Step, Steps as NutSteps } from '@nutui/nutui-react-taro'
import { View } from '@tarojs/components'
import { role } from './role'
import './steps.css'

interface StepsProps {
  /** What the steps lead to, for screen readers. */
  label: string
  steps: readonly string[]
  /** Counts from 1. Absent where all are still to do and nothing here moves them. */
  current?: number
  direction?: 'horizontal' | 'vertical'
}

/** What to do one after another. NutUI draws it; the list is said as one sentence, since it drops `aria-*`. */
export function Steps({ label, steps, current, direction = 'horizontal' }: StepsProps) {
  const said = steps.map((step, index) => `${index + 1}，${step}`).join('；')
  const here = current === undefined ? '' : `（${current}/${steps.length}）`
  return (
    <View
      className={`steps steps--${direction}`}
      aria-label={`${label}${here}：${said}`}
      {...role('img')}
    >
      <View aria-hidden="true">
        <NutSteps
          value={current ?? steps.length + 1}
          type="text"
          status="dynamic"
          direction={direction}
          layout={direction === 'horizontal' ? 'double' : 'single'}
        >
          {steps.map((step, index) => (
            <Step key={step} value={index + 1} title={step} />
          ))}
        </NutSteps>
      </View>
    </View>
  )
}
