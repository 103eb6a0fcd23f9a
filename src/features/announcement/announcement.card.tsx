import { Text, View } from '@tarojs/components'
import type { Contract } from '../../../types/contract'
import type { HomeAnnouncement } from '../../../types/contract/announcement-reading'
import { openAnnouncement, openAnnouncements } from '../../lib/routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { useElder } from '../../ui/elder'
import { Icon } from '../../ui/icon'
import { Tap } from '../../ui/tap'
import { AnnouncementRow, Marks, Origin } from './announcement-row'
import './announcement.card.css'
import { ANNOUNCEMENT_TEXT } from './announcement.text'

const TEXT = ANNOUNCEMENT_TEXT.home

interface HomeCardProps {
  view: Contract['home.view']['output']
  now: number
}

/** More would push everything else off the first screen. */
const SHOWN = 3

/** What is new in the community, on the home screen: what waits for its reader first. */
export function AnnouncementCard({ view, now }: HomeCardProps) {
  const elder = useElder()
  const { announcement } = view
  if (announcement.rows.length === 0) return null
  return elder ? (
    <First announcement={announcement} now={now} />
  ) : (
    <View className="notice-list">
      <Tap role="link" className="news__head" onTap={() => void openAnnouncements()}>
        <Text className="news__title">{TEXT.title}</Text>
        <Text className="news__more">
          {announcement.unread > 0 ? TEXT.unread(announcement.unread) : TEXT.all}
        </Text>
        <Icon name="right" className="news__arrow" />
      </Tap>
      {announcement.rows.slice(0, SHOWN).map((row) => (
        <AnnouncementRow key={row.announcementId} row={row} now={now} />
      ))}
    </View>
  )
}

/** In elder mode the first alone, and large. */
function First({ announcement, now }: { announcement: HomeAnnouncement; now: number }) {
  const [row] = announcement.rows
  if (!row) return null
  const urgent = row.category === 'emergency'
  return (
    <Card className={`first-notice${urgent ? ' first-notice--urgent' : ''}`}>
      <Text className="first-notice__over">{TEXT.title}</Text>
      <Text className="first-notice__title">{row.title}</Text>
      <Origin row={row} now={now} />
      <Marks row={row} />
      <View className="first-notice__buttons">
        <Button onTap={() => void openAnnouncement(row.announcementId)}>{TEXT.open}</Button>
        <Button kind="second" onTap={() => void openAnnouncements()}>
          {announcement.unread > 0 ? TEXT.allUnread(announcement.unread) : TEXT.allRead}
        </Button>
      </View>
    </Card>
  )
}
