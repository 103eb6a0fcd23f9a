import type { DeskSlot } from '../../../../types/contract/booking-visits'
import { openDeskWeek } from '../../../lib/routes'
import { Button } from '../../../ui/button'
import { Fold } from '../../../ui/fold'
import { List, ListRow } from '../../../ui/list'
import { Stack } from '../../../ui/stack'
import { DAY_TEXT } from './day.text'
import { ExportPart } from './export-part'
import { type Narrow, NarrowPart, servicesOf } from './narrow-part'

interface DayMoreProps {
  day: string
  office: boolean
  narrow: Narrow
  slots: readonly DeskSlot[]
  onNarrow: (narrow: Narrow) => void
  /** Where another day is shown. */
  onToday: (() => void) | undefined
}

/** What is not done with every visit, behind one tap, so that the people of the day are seen at once. */
export function DayMore({ day, office, narrow, slots, onNarrow, onToday }: DayMoreProps) {
  const narrowed = [narrow.provider?.say, narrow.service?.say].filter(Boolean).join('，')
  // Where there is one service of one provider, there is nothing to choose.
  const chooses = office || narrow.service !== undefined || servicesOf(slots).length > 1
  const { more } = DAY_TEXT.head
  const parts = [
    ...(onToday ? [more.today] : []),
    more.week,
    ...(chooses ? [more.narrow] : []),
    ...(slots.length > 0 ? [more.file] : []),
  ]
  return (
    <Fold title={narrowed ? DAY_TEXT.narrowed(narrowed) : parts.join('、')}>
      <Stack>
        {onToday ? (
          <Button kind="second" onTap={onToday}>
            {DAY_TEXT.today}
          </Button>
        ) : null}
        <List>
          <ListRow icon="calendar" title={DAY_TEXT.toWeek} onTap={() => void openDeskWeek(day)} />
        </List>
        {chooses ? (
          <NarrowPart office={office} narrow={narrow} slots={slots} onNarrow={onNarrow} />
        ) : null}
        {slots.length > 0 ? <ExportPart day={day} narrow={narrow} /> : null}
      </Stack>
    </Fold>
  )
}
