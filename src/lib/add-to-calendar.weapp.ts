import Taro from '@tarojs/taro'
import { CALENDAR_TEXT as TEXT } from './calendar.text'
import { type CalendarEvent, REMIND_BEFORE } from './icalendar'
import { withPermission } from './permission'

/** Puts the appointment into the phone's own calendar, where its owner allows it. */
export async function addToCalendar(event: CalendarEvent): Promise<'added' | 'refused'> {
  const { title, place, say, startsAt, endsAt } = event
  if (!(await withPermission('scope.addPhoneCalendar', TEXT.reason))) return 'refused'
  return Taro.addPhoneCalendar({
    title,
    location: place,
    description: say,
    // WeChat counts in seconds, and wants the end as a text.
    startTime: Math.floor(startsAt / 1000),
    endTime: String(Math.floor(endsAt / 1000)),
    alarm: true,
    alarmOffset: REMIND_BEFORE * 60,
  }).then(
    () => 'added' as const,
    () => 'refused' as const,
  )
}
