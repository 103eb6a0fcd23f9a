import { View } from '@tarojs/components'
import { goBack } from '../lib/routes'
import { Icon } from './icon'
import { Tap } from './tap'
import './title-bar.css'
import { UI_TEXT } from './ui.text'

interface TitleBarProps {
  title: string
  /** A root of the program: there is nothing to go back to. */
  root: boolean
  behind: object
}

/** The bar that WeChat would draw. */
export function TitleBar({ title, root, behind }: TitleBarProps) {
  return (
    <View className={`title-bar${root ? ' title-bar--root' : ''}`} {...behind}>
      {root ? null : (
        <Tap className="title-bar__back" label={UI_TEXT.back} onTap={() => void goBack()}>
          <Icon name="left" />
        </Tap>
      )}
      <View className="title-bar__title" {...{ role: 'heading', 'aria-level': '1' }}>
        {title}
      </View>
    </View>
  )
}
