import { View } from '@tarojs/components'
import { goBack } from '../lib/routes'
import { Icon } from './icon'
import { Tap } from './tap'
import './title-bar.css'
import { UI_TEXT } from './ui.text'

/** The bar that WeChat would draw. */
export function TitleBar({ title, behind }: { title: string; behind: object }) {
  return (
    <View className="title-bar" {...behind}>
      <Tap className="title-bar__back" label={UI_TEXT.back} onTap={() => void goBack()}>
        <Icon name="left" />
      </Tap>
      <View className="title-bar__title" {...{ role: 'heading', 'aria-level': '1' }}>
        {title}
      </View>
    </View>
  )
}
