/** A day as people type it, '20261124', '2026-11-24' or '2026.11.24', in one form; else what was typed. */
export function readDay(typed: string): string {
  const digits = typed.replace(/\D/g, '')
  return digits.length === 8
    ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
    : typed.trim()
}

/** A time as people type it, '1430', '14:30', '14：30' or '9', in one form; else what was typed. */
export function readTime(typed: string): string {
  const parts = /^\s*(\d{1,2})\D?(\d{2})?\s*$/.exec(typed)
  if (!parts) return typed.trim()
  return `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? '00'}`
}

const isTime = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)

/** Milliseconds into the day; nothing for what is no time. */
export function msOf(time: string): number | undefined {
  if (!isTime(time)) return undefined
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}

/** Whether a day of the calendar is meant. */
export function isRealDay(day: string): boolean {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(day)) return false
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}
