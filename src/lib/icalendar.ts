/** One appointment, as a calendar has it. */
export interface CalendarEvent {
  /** The same for as long as it is the same appointment: a calendar that has it changes it. */
  id: string
  title: string
  place: string
  say: string
  /** Epoch ms. */
  startsAt: number
  endsAt: number
  /** When it was written, epoch ms. */
  now: number
}

/** How long before it begins a calendar reminds of it, minutes. */
export const REMIND_BEFORE = 120

/**
 * An appointment as iCalendar text (RFC 5545), with a reminder. By hand: the library for it brings a validator of
 * 60 KB, folds lines by letters where the standard counts bytes, and gives every file another id, so that adding an
 * appointment twice makes two.
 */
export function icalendarOf({
  id,
  title,
  place,
  say,
  startsAt,
  endsAt,
  now,
}: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Linli//Booking//ZH',
    'BEGIN:VEVENT',
    `UID:${escaped(id)}@linli`,
    `DTSTAMP:${stampOf(now)}`,
    `DTSTART:${stampOf(startsAt)}`,
    `DTEND:${stampOf(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    `DESCRIPTION:${escaped(say)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:-PT${REMIND_BEFORE}M`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** '20261124T010000Z': in UTC, so that no zone has to be described (section 3.3.5). */
const stampOf = (at: number): string =>
  new Date(at)
    .toISOString()
    .replace(/\.\d{3}/, '')
    .replace(/[-:]/g, '')

/** What has a meaning in a text gets a stroke before it, a new line becomes \n (section 3.3.11). */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    // The standard allows none of them in a text.
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')

/** The most bytes of a line, without its end (section 3.1). */
const LINE_BYTES = 75

/** A long line goes on in the next, which begins with a blank; no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let room = LINE_BYTES
  for (const letter of line) {
    const bytes = bytesOf(letter)
    if (bytes > room) {
      parts.push(part)
      part = ''
      room = LINE_BYTES - 1
    }
    part += letter
    room -= bytes
  }
  return [...parts, part].join('\r\n ')
}

/** Bytes of a letter in UTF-8. */
function bytesOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
