import { useState } from 'react'
import type { Written } from '../../../../../types/contract/announcement-desk'
import { useCommand } from '../../../../cloud/use-command'
import { startOfDay } from '../../../../lib/time.format'
import { Notice } from '../../../../ui/notice'
import { Sheet } from '../../../../ui/sheet'
import { Stack } from '../../../../ui/stack'
import { DayField, TimeField } from '../../../../ui/day-field'
import { PUBLISH_TEXT as TEXT } from './publish.text'
import { isRealDay, msOf } from '../../../../lib/when.rules'

interface ScheduleSheetProps {
  written: Written
  region: string
  now: number
  onStay: () => void
  onDone: (written: Written) => void
  onStale: () => void
}

/** When it goes out by itself. */
export function ScheduleSheet(props: ScheduleSheetProps) {
  const { written, region, now, onStay, onDone, onStale } = props
  const { announcementId, version } = written
  const schedule = useCommand('announcement.schedule')
  const [day, setDay] = useState('')
  const [time, setTime] = useState('')
  const [problem, setProblem] = useState<string>()
  const run = async () => {
    const ms = msOf(time)
    if (!isRealDay(day) || ms === undefined) return setProblem(TEXT.whenMissing)
    const publishAt = startOfDay(day) + ms
    if (publishAt <= now) return setProblem(TEXT.whenPast)
    setProblem(undefined)
    const result = await schedule.run({ region, announcementId, version, publishAt })
    if (result?.ok) onDone(result.data)
    else if (result?.error.code === 'CHANGED') onStale()
  }
  return (
    <Sheet
      title={TEXT.scheduleTitle}
      stay={{ say: TEXT.publishStay, onTap: onStay }}
      act={{
        say: TEXT.scheduleAct,
        onTap: () => void run(),
        busy: schedule.says(TEXT.scheduling),
        kind: 'main',
      }}
    >
      <Stack>
        <DayField label={TEXT.day} day={day} onChange={setDay} now={now} />
        <TimeField label={TEXT.time} time={time} onChange={setTime} />
        {problem ? <Notice tone="warn">{problem}</Notice> : null}
        {schedule.error ? <Notice tone="warn">{schedule.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
