import { Text, View } from '@tarojs/components'
import type { DisclosureRow as Row } from '../../../types/contract/announcement-reading'
import { openAnnouncement } from '../../lib/routes'
import { Badge } from '../../ui/badge'
import { Icon } from '../../ui/icon'
import { Tap } from '../../ui/tap'
import './announcement-row.css'
import { Origin } from './announcement-row'
import { formatPeriod, lookOf } from './announcement.format'
import { ANNOUNCEMENT_TEXT } from './announcement.text'
import { spokenDisclosure, sumsOf } from './disclosure.spoken'

/** One disclosure in the list: of which time, what came in and went out. */
export function DisclosureRow({ row, now }: { row: Row; now: number }) {
  const { icon, tint } = lookOf(row.category)
  const sums = sumsOf(row)
  return (
    <Tap
      role="link"
      className="notice-row"
      label={spokenDisclosure(row, now)}
      onTap={() => void openAnnouncement(row.announcementId)}
    >
      <View className={`notice-row__tile notice-row__tile--${tint}`}>
        <Icon name={icon} />
      </View>
      <View className="notice-row__words">
        <Text className="notice-row__title">{row.title}</Text>
        {sums ? <Text className="notice-row__sums">{sums}</Text> : null}
        <Origin row={row} now={now} />
        <View className="notice-marks">
          {row.period ? <Badge tone="accent">{formatPeriod(row.period)}</Badge> : null}
          {row.corrected ? <Badge tone="plain">{ANNOUNCEMENT_TEXT.marks.corrected}</Badge> : null}
        </View>
      </View>
    </Tap>
  )
}
