import { refuseExpression } from './scope'

const OFFSET = /^([+-])(\d\d)(?::?(\d\d))?$/

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      })
    } catch {
      return refuseExpression(`unrecognized time zone identifier: "${zone}"`)
    }
    formats.set(zone, format)
  }
  return format
}

/** '+08:00' in milliseconds, or undefined when the text is not an offset. */
export function parseOffset(text: string): number | undefined {
  const found = OFFSET.exec(text)
  if (!found) return undefined
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0)
  return minutes * 60_000 * (found[1] === '-' ? -1 : 1)
}

/** How far a zone ('Asia/Shanghai', '+08:00') is ahead of UTC at a time, in milliseconds. */
export function zoneOffset(zone: string, time: number): number {
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0
  const offset = parseOffset(zone)
  if (offset !== undefined) return offset
  const parts = formatOf(zone).formatToParts(time)
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value)
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return local - Math.floor(time / 1000) * 1000
}

/** The instant at which a zone's clocks show `local`, given as if it were UTC. */
export const instantOf = (zone: string, local: number): number =>
  local - zoneOffset(zone, local - zoneOffset(zone, local))
