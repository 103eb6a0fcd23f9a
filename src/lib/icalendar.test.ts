import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarEvent, icalendarOf } from './icalendar'

const EVENT: CalendarEvent = {
  id: 'slot_1_abc',
  title: '老年人健康体检',
  place: '社区卫生服务站一楼',
  say: '请带上：身份证、医保卡',
  startsAt: Date.parse('2026-11-24T09:00:00+08:00'),
  endsAt: Date.parse('2026-11-24T09:30:00+08:00'),
  now: Date.parse('2026-11-23T09:00:00+08:00'),
}
const bytes = (text: string) => new TextEncoder().encode(text).length
/** The lines as a calendar reads them: those that were folded are one again (RFC 5545, section 3.1). */
const linesOf = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n')
const valueOf = (text: string, name: string) =>
  linesOf(text)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
/** A text as a calendar reads it (section 3.3.11). */
const unescaped = (text = '') =>
  text.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))

describe('an appointment for a phone’s calendar', () => {
  test('is in UTC, with its own id and a reminder two hours before', () => {
    const text = icalendarOf(EVENT)
    expect(linesOf(text)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Linli//Booking//ZH',
      'BEGIN:VEVENT',
      'UID:slot_1_abc@linli',
      'DTSTAMP:20261123T010000Z',
      'DTSTART:20261124T010000Z',
      'DTEND:20261124T013000Z',
      'SUMMARY:老年人健康体检',
      'LOCATION:社区卫生服务站一楼',
      'DESCRIPTION:请带上：身份证、医保卡',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:老年人健康体检',
      'TRIGGER:-PT120M',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  test('a comma, a semicolon, a stroke and a new line are part of the text and end nothing', () => {
    const say = '带上: 身份证; 医保卡, 老花镜\\眼镜\n早上空腹\r\nEND:VEVENT'
    const text = icalendarOf({ ...EVENT, say })
    expect(valueOf(text, 'DESCRIPTION')).toBe(
      '带上: 身份证\\; 医保卡\\, 老花镜\\\\眼镜\\n早上空腹\\nEND:VEVENT',
    )
    expect(text.match(/^END:VEVENT/gm)).toHaveLength(1)
  })

  test('no line is longer than 75 bytes, no letter is cut, and whatever was said is read again', () => {
    const said = fc.string({ unit: 'grapheme', maxLength: 300 })
    fc.assert(
      fc.property(said, (typed) => {
        // What the standard does not allow is left out.
        const say = typed.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
        const text = icalendarOf({ ...EVENT, say })
        for (const line of text.split('\r\n')) expect(bytes(line)).toBeLessThanOrEqual(75)
        expect(unescaped(valueOf(text, 'DESCRIPTION'))).toBe(say)
      }),
    )
  })
})
