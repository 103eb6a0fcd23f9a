import { Text, View } from '@tarojs/components'
import type { Notice as Told } from '../../../types/contract/message'
import { updateQuery } from '../../cloud/query-cache'
import { useCommand } from '../../cloud/use-command'
import { usePages } from '../../cloud/use-pages'
import { goHome } from '../../lib/routes'
import { usePullRefresh } from '../../lib/use-pull-refresh'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Loaded } from '../../ui/loaded'
import { LoadMore } from '../../ui/load-more'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { Standstill } from '../../ui/standstill'
import './message.css'
import { iconOf, sentenceOf, whenOf } from './message.format'
import { MESSAGE_TEXT as TEXT } from './message.text'

/** What I was told, newest first. */
export function MessagesView() {
  const pages = usePages('message.listMine')
  const mark = useCommand('message.markRead')
  const { first } = pages
  usePullRefresh(first.refresh)

  const markAll = async () => {
    const result = await mark.run({ all: true })
    if (!result?.ok) return
    const { unread } = result.data
    updateQuery('home.view', {}, undefined, (view) => ({
      ...view,
      message: { templates: [], ...view.message, unread },
    }))
    await first.refresh()
  }
  const spoken =
    first.status === 'ready'
      ? pages.items.map(({ about }) => sentenceOf(about, first.now)).join('') ||
        `${TEXT.empty}。${TEXT.emptySay}`
      : undefined

  return (
    <Screen own title={TEXT.title} aloud={spoken}>
      {mark.error ? (
        <Notice tone="warn" icon="alert">
          {mark.error.message}
        </Notice>
      ) : null}
      <Loaded
        load={first}
        skeleton={<Skeleton blocks={['row', 'row', 'row']} />}
        onRetry={() => void first.refresh()}
      >
        {({ unread }, now) =>
          pages.items.length === 0 ? (
            <Standstill
              icon="bell"
              title={TEXT.empty}
              say={TEXT.emptySay}
              action={{ say: TEXT.home, onTap: () => void goHome() }}
            />
          ) : (
            <>
              <View className="messages">
                {pages.items.map((told) => (
                  <Message
                    key={told.noticeId}
                    told={told}
                    read={unread === 0 || told.read}
                    now={now}
                  />
                ))}
              </View>
              <LoadMore pages={pages} />
              {unread > 0 ? (
                <Button kind="second" busy={mark.says(TEXT.marking)} onTap={() => void markAll()}>
                  {TEXT.markAll}
                </Button>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Screen>
  )
}

function Message({ told, read, now }: { told: Told; read: boolean; now: number }) {
  return (
    <View className="message">
      <Icon name={iconOf(told.about)} className="message__icon" />
      <View className="message__words">
        <Text className="message__say">{sentenceOf(told.about, now)}</Text>
        <Text className="message__when">{whenOf(told, now)}</Text>
      </View>
      {read ? null : <Badge tone="accent">{TEXT.unreadMark}</Badge>}
    </View>
  )
}
