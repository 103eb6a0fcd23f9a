import { View } from '@tarojs/components'
import { useEffect } from 'react'
import type { Notice as Told } from '../../../types/contract/message-inbox'
import { updateQuery } from '../../cloud/query-cache'
import { useCommand } from '../../cloud/use-command'
import { usePages } from '../../cloud/use-pages'
import { goHome, openAskStaff, openJoin } from '../../lib/routes'
import { usePullRefresh } from '../../lib/use-pull-refresh'
import { Button } from '../../ui/button'
import { List, ListRow } from '../../ui/list'
import { Loaded } from '../../ui/loaded'
import { LoadMore } from '../../ui/load-more'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { Stack } from '../../ui/stack'
import { Standstill } from '../../ui/standstill'
import './message.css'
import { sentenceOf } from './message.format'
import { MessageRow } from './message-row'
import { openAbout } from './message.opens'
import { MESSAGE_TEXT as TEXT } from './message.text'
import { tellUnread } from './use-unread'

/** What I was told, newest first; each leads to what it is about. */
export function MessagesView() {
  const pages = usePages('message.listMine')
  const mark = useCommand('message.markRead')
  const markOne = useCommand('message.markRead')
  const { first } = pages
  usePullRefresh(first.refresh)
  const answered = first.status === 'ready' ? first.data.unread : undefined
  useEffect(() => {
    if (answered !== undefined) tellUnread(answered)
  }, [answered])

  const marked = (unread: number, isRead: (told: Told) => boolean) => {
    pages.change((told) => (isRead(told) ? { ...told, read: true } : told))
    updateQuery('message.listMine', {}, undefined, (page) => ({ ...page, unread }))
    tellUnread(unread)
  }
  const markAll = async () => {
    const result = await mark.run({ all: true })
    if (result?.ok) marked(result.data.unread, () => true)
  }
  const open = async ({ noticeId, read, about }: Told) => {
    openAbout(about)
    if (read) return
    const result = await markOne.run({ noticeIds: [noticeId] })
    if (result?.ok) marked(result.data.unread, (told) => told.noticeId === noticeId)
  }
  const spoken =
    first.status === 'ready'
      ? pages.items.map(({ about }) => sentenceOf(about, first.now)).join('') ||
        `${TEXT.empty}。${TEXT.emptySay}`
      : undefined

  return (
    <Screen own title={TEXT.title} tab="messages" aloud={spoken}>
      <Stack>
        {mark.error ? (
          <Notice tone="warn" icon="alert">
            {mark.error.message}
          </Notice>
        ) : null}
        <List>
          <ListRow
            icon="chat"
            title={TEXT.askStaff.title}
            say={TEXT.askStaff.say}
            onTap={() => void openAskStaff()}
          />
        </List>
        {first.status === 'error' && first.error.code === 'NOT_JOINED' ? (
          <Standstill
            icon="bell"
            title={TEXT.empty}
            say={TEXT.joinFirst}
            action={{ say: TEXT.askStaff.join, onTap: () => void openJoin() }}
          />
        ) : (
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
                  {unread > 0 ? (
                    <Button
                      kind="second"
                      busy={mark.says(TEXT.marking)}
                      onTap={() => void markAll()}
                    >
                      {TEXT.markAll}
                    </Button>
                  ) : null}
                  <View className="messages">
                    {pages.items.map((told) => (
                      <MessageRow
                        key={told.noticeId}
                        told={told}
                        read={unread === 0 || told.read}
                        now={now}
                        onOpen={() => void open(told)}
                      />
                    ))}
                  </View>
                  <LoadMore pages={pages} />
                </>
              )
            }
          </Loaded>
        )}
      </Stack>
    </Screen>
  )
}
