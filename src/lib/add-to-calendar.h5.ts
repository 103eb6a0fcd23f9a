import { type CalendarEvent, icalendarOf } from './icalendar'

/** How long the file's address stays, so that a slow phone has read it. */
const KEPT_FOR = 60_000

/** Gives the appointment as a file, which a phone or a computer opens with its calendar; whether that began. */
export async function addToCalendar(event: CalendarEvent): Promise<'file' | 'refused'> {
  const file = new Blob([icalendarOf(event)], { type: 'text/calendar;charset=utf-8' })
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = `${event.title}.ics`
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR)
  return 'file'
}
