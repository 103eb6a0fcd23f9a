import { Text, View } from '@tarojs/components'
import { openDirectory } from '../../lib/routes'
import { Icon } from '../../ui/icon'
import { Tap } from '../../ui/tap'
import './directory.card.css'
import { DIRECTORY_TEXT } from './directory.text'

/** The way into the directory. It needs nothing of `home.view`, so a newcomer has it too. */
export function DirectoryCard() {
  return (
    <Tap
      role="link"
      className="directory-card"
      label={`${DIRECTORY_TEXT.title}，${DIRECTORY_TEXT.cardSay}`}
      onTap={() => void openDirectory()}
    >
      <View className="directory-card__tile">
        <Icon name="phone" />
      </View>
      <View className="directory-card__words">
        <Text className="directory-card__title">{DIRECTORY_TEXT.title}</Text>
        <Text className="directory-card__say">{DIRECTORY_TEXT.cardSay}</Text>
      </View>
      <Icon name="right" className="directory-card__arrow" />
    </Tap>
  )
}
