import { useState } from 'react'
import type { Visit } from '../../../../types/contract/booking-visits'
import { ForRoles } from '../../../cloud/for-roles'
import { usePages } from '../../../cloud/use-pages'
import { addDays, dayOf } from '../../../lib/time.format'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Loaded } from '../../../ui/loaded'
import { LoadMore } from '../../../ui/load-more'
import { Notice } from '../../../ui/notice'
import { Panes } from '../../../ui/panes'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
import { useWork } from '../../../ui/work-panes'
import { CARE_ROLES, OFFICE } from '../care/care-roles'
import { DayHead } from './day-head'
import { DayMore } from './day-more'
import { blocksOf, isSettled } from './day.format'
import { DAY_TEXT } from './day.text'
import type { Narrow } from './narrow-part'
import { SlotBlocks } from './slot-blocks'
import { VisitPane } from './visit-pane'
import type { Sheets } from './visit.doing'

/** A day at the desk, today or the one given: who comes when, and what becomes of each. */
export function DayView({ day }: { day: string }) {
  const [sheet, setSheet] = useState<Parameters<Sheets>[0]>(null)
  return (
    <Screen own title={DAY_TEXT.title} sheet={sheet}>
      <ForRoles roles={CARE_ROLES}>
        {({ roles }, now) => (
          <Day
            office={roles.some((role) => OFFICE.includes(role))}
            today={dayOf(now)}
            from={day}
            onSheet={setSheet}
          />
        )}
      </ForRoles>
    </Screen>
  )
}

interface DayProps {
  /** Staff of the community also see people's cards, and those of all providers. */
  office: boolean
  today: string
  from: string
  onSheet: Sheets
}

function Day({ office, today, from, onSheet }: DayProps) {
  const [day, setDay] = useState(from || today)
  const [narrow, setNarrow] = useState<Narrow>({})
  const { provider, service } = narrow
  const pages = usePages('booking.listDay', {
    ...(day === today ? {} : { day }),
    ...(provider ? { providerId: provider.key } : {}),
  })
  const work = useWork()
  usePullRefresh(pages.first.refresh)
  const turn = (to: string) => {
    work.settle()
    setDay(to)
  }
  const open = pages.items.find(({ bookingId }) => bookingId === work.chosen)
  const change = (visit: Visit) =>
    pages.change((one) => (one.bookingId === visit.bookingId ? visit : one))
  return (
    <Loaded
      load={pages.first}
      skeleton={<Skeleton blocks={['tall', 'line', 'row', 'row', 'row']} />}
      onRetry={() => void pages.first.refresh()}
    >
      {(_, now) => {
        const slots = pages.read.reduce<(typeof pages.read)[number]['slots']>(
          (all, page) => [...all, ...page.slots],
          [],
        )
        const blocks = blocksOf(slots, pages.items, service?.key)
        const shown = blocks.filter((block) => !isSettled(block, now))
        const over = blocks.filter((block) => isSettled(block, now))
        return (
          <Panes
            open={open !== undefined}
            back={{ say: DAY_TEXT.back, onTap: work.close }}
            list={
              <Stack>
                <DayHead
                  day={day}
                  now={now}
                  blocks={blocks}
                  onTurn={(by) => turn(addDays(day, by))}
                />
                <DayMore
                  day={day}
                  office={office}
                  narrow={narrow}
                  slots={slots}
                  onToday={day === today ? undefined : () => turn(today)}
                  onNarrow={(next) => {
                    work.settle()
                    setNarrow(next)
                  }}
                />
                {work.said ? (
                  <Notice tone="plain" icon="check">
                    {work.said}
                  </Notice>
                ) : null}
                {blocks.length === 0 ? (
                  <Standstill icon="calendar" title={DAY_TEXT.empty} say={DAY_TEXT.emptySay} />
                ) : null}
                <SlotBlocks
                  shown={shown}
                  over={over}
                  now={now}
                  chosen={work.chosen}
                  onChoose={work.choose}
                />
                <LoadMore pages={pages} say={DAY_TEXT.more} />
              </Stack>
            }
            detail={
              open ? (
                <VisitPane
                  key={open.bookingId}
                  listed={open}
                  now={now}
                  office={office}
                  onSheet={onSheet}
                  onChanged={change}
                  onGone={(say) => {
                    work.settle(say)
                    void pages.first.refresh()
                  }}
                />
              ) : blocks.length > 0 ? (
                <Standstill icon="person" title={DAY_TEXT.choose} say={DAY_TEXT.chooseSay} />
              ) : null
            }
          />
        )
      }}
    </Loaded>
  )
}
