import { Text, View } from '@tarojs/components'
import { openTab, type TabName } from '../lib/routes'
import { useUnread } from '../lib/unread-count'
import { Icon, type IconName } from './icon'
import { role } from './role'
import './tab-bar.css'
import { Tap } from './tap'
import { UI_TEXT } from './ui.text'

const TABS: readonly { name: TabName; icon: IconName }[] = [
  { name: 'home', icon: 'home' },
  { name: 'services', icon: 'services' },
  { name: 'messages', icon: 'bell' },
  { name: 'me', icon: 'person' },
]

/**
 * The way between the four roots of the program. Drawn by each of them, since WeChat's own bar keeps
 * its small words in elder mode (docs/decisions/design-system.md).
 */
export function TabBar({ current, behind }: { current: TabName; behind: object }) {
  const unread = useUnread()
  return (
    <View className="tab-bar" aria-label={UI_TEXT.tabs} {...{ ...role('tablist'), ...behind }}>
      {TABS.map(({ name, icon }) => {
        const counted = name === 'messages' && unread > 0
        return (
          <Tap
            key={name}
            role="tab"
            current={name === current}
            className={`tab${name === current ? ' tab--current' : ''}`}
            {...(counted ? { label: UI_TEXT.tabUnread(UI_TEXT.tab[name], unread) } : {})}
            onTap={() => void openTab(name)}
          >
            <View className="tab__mark">
              <Icon name={icon} />
              {counted ? (
                <Text className="tab__count">{unread >= MOST ? `${MOST - 1}+` : unread}</Text>
              ) : null}
            </View>
            <Text className="tab__word">{UI_TEXT.tab[name]}</Text>
          </Tap>
        )
      })}
    </View>
  )
}

/** From here on one does not count. */
const MOST = 100
