import { Text, View } from '@tarojs/components'
import type { Visit } from '../../../types/contract/booking'
import { formatDay, formatSpan } from '../../lib/time.format'
import { Standstill } from '../../ui/standstill'
import { Table } from '../../ui/table'
import { DESK_TEXT } from './desk.text'
import './visits-table.css'

const COLUMNS = [
  { key: 'time', title: DESK_TEXT.columns.time, narrow: 'head' },
  { key: 'name', title: DESK_TEXT.columns.name, narrow: 'head' },
  { key: 'service', title: DESK_TEXT.columns.service, narrow: 'line' },
  { key: 'place', title: DESK_TEXT.columns.place, narrow: 'line' },
  { key: 'note', title: DESK_TEXT.columns.note, narrow: 'line' },
] as const

interface VisitsTableProps {
  day: string
  now: number
  visits: readonly Visit[]
  /** Back to today, where another day is shown. */
  onToday: (() => void) | undefined
}

/** Who comes on a day: when, for what, and what they said. */
export function VisitsTable({ day, now, visits, onToday }: VisitsTableProps) {
  if (visits.length === 0) {
    return (
      <Standstill
        icon="calendar"
        title={DESK_TEXT.empty}
        say={DESK_TEXT.emptySay}
        action={onToday && { say: DESK_TEXT.today, onTap: onToday }}
      />
    )
  }
  return (
    <View>
      <Text className="visits__heading">
        {DESK_TEXT.heading(formatDay(day, now), visits.length)}
      </Text>
      <Table
        label={DESK_TEXT.table}
        columns={COLUMNS}
        rows={visits.map(({ bookingId, name, serviceName, place, startsAt, endsAt, note }) => ({
          key: bookingId,
          cells: {
            time: formatSpan(startsAt, endsAt),
            name,
            service: serviceName,
            place,
            ...(note ? { note } : {}),
          },
        }))}
      />
    </View>
  )
}
