import { Text, View } from '@tarojs/components'
import type { AnnouncementRow as Row } from '../../../types/contract/announcement-reading'
import { openAnnouncement } from '../../lib/routes'
import { Badge } from '../../ui/badge'
import { Icon } from '../../ui/icon'
import { Tap } from '../../ui/tap'
import { formatMoment } from '../../lib/time.format'
import { lookOf, marksOf } from './announcement.format'
import { spokenRow } from './announcement.spoken'
import './announcement-row.css'

interface AnnouncementRowProps {
  row: Row
  now: number
  /** Words of the body around what was looked for. */
  excerpt?: string | undefined
}

/** One announcement in a list: what it is about, whose it is, and whether it waits for its reader. */
export function AnnouncementRow({ row, now, excerpt }: AnnouncementRowProps) {
  const { icon, tint } = lookOf(row.category)
  const urgent = row.category === 'emergency'
  return (
    <Tap
      role="link"
      className={`notice-row${urgent ? ' notice-row--urgent' : ''}`}
      label={[spokenRow(row, now), excerpt].filter(Boolean).join('，')}
      onTap={() => void openAnnouncement(row.announcementId)}
    >
      <View className={`notice-row__tile notice-row__tile--${tint}`}>
        <Icon name={icon} />
      </View>
      <View className="notice-row__words">
        <Text className={`notice-row__title${row.unread ? ' notice-row__title--unread' : ''}`}>
          {row.title}
        </Text>
        {excerpt ? <Text className="notice-row__excerpt">{excerpt}</Text> : null}
        <Origin row={row} now={now} />
        <Marks row={row} />
      </View>
    </Tap>
  )
}

/** Whose it is, and when: neither is broken in the middle. */
export function Origin({ row, now }: { row: Pick<Row, 'from' | 'publishedAt'>; now: number }) {
  return (
    <View className="notice-origin">
      <Text>{row.from}</Text>
      <Text className="notice-origin__when">{formatMoment(row.publishedAt, now)}</Text>
    </View>
  )
}

/** The most pressing three: a row is to be read at a glance. */
const MARKS = 3

export function Marks({ row }: { row: Row }) {
  const marks = marksOf(row).slice(0, MARKS)
  if (marks.length === 0) return null
  return (
    <View className="notice-marks">
      {marks.map(({ say, tone }) => (
        <Badge key={say} tone={tone}>
          {say}
        </Badge>
      ))}
    </View>
  )
}
