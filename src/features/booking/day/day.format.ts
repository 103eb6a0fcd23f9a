import type { DayOfService, DeskSlot, Visit } from '../../../../types/contract/booking-visits'
import { addDays, formatDate, formatNear, formatWeekday } from '../../../lib/time.format'
import { DAY_TEXT } from './day.text'

/** A slot with whoever has a place in it. */
export interface Block {
  slot: DeskSlot
  visits: readonly Visit[]
}

/** Slots by time, those at one time by service, each with its people; `serviceId`: of that service alone. */
export function blocksOf(
  slots: readonly DeskSlot[],
  visits: readonly Visit[],
  serviceId?: string,
): Block[] {
  return slots
    .filter((slot) => serviceId === undefined || slot.serviceId === serviceId)
    .map((slot) => ({ slot, visits: visits.filter(({ slotId }) => slotId === slot.slotId) }))
    .sort(
      (a, b) =>
        a.slot.startsAt - b.slot.startsAt ||
        (a.slot.serviceName === b.slot.serviceName
          ? 0
          : a.slot.serviceName < b.slot.serviceName
            ? -1
            : 1),
    )
}

/** It is over, or nobody comes to what has begun: nothing is left to note. */
export const isSettled = ({ slot, visits }: Block, now: number): boolean =>
  visits.length === 0
    ? slot.startsAt <= now && roomFor(slot, now) === undefined
    : slot.endsAt <= now && visits.every(({ mark }) => mark !== undefined)

/** How many booked, came and did not come. */
export const sumOf = (visits: readonly Visit[]) => ({
  booked: visits.length,
  came: visits.filter(({ mark }) => mark === 'came' || mark === 'done').length,
  absent: visits.filter(({ mark }) => mark === 'absent').length,
})

/** A slot's room in words: what is taken, what can still be taken, who waits. */
export function glanceOf(slot: DeskSlot, now: number): string[] {
  const { taken, capacity, left, waiting, closed, startsAt } = slot
  const words = DAY_TEXT.glance
  const open = startsAt > now || roomFor(slot, now) !== undefined
  const room = closed ? words.closed : left > 0 ? open && words.left(left) : words.full
  return [
    words.taken(taken, capacity),
    ...(room ? [room] : []),
    ...(waiting > 0 ? [words.waiting(waiting)] : []),
  ]
}

/** Where a slot is given, as those who go there say it: it may be given at two places. */
export const whereOf = ({ where, place }: Pick<DeskSlot, 'where' | 'place'>): string =>
  where === 'home' ? DAY_TEXT.atHome : place

/** How a visit stands, in a word. */
export function badgeOf({ mark, cancelled }: Pick<Visit, 'mark' | 'cancelled'>): {
  tone: 'accent' | 'plain' | 'warn'
  say: string
} {
  if (cancelled) return { tone: 'plain', say: DAY_TEXT.cancelled }
  if (mark === 'absent') return { tone: 'warn', say: DAY_TEXT.mark.absent }
  if (mark === undefined) return { tone: 'plain', say: DAY_TEXT.ahead }
  return { tone: 'accent', say: DAY_TEXT.mark[mark] }
}

/** Whether somebody can be put into a slot now: a place is left that nobody waits for, or they walk in where that is allowed. */
export function roomFor(
  { left, closed, startsAt, endsAt, waiting, letsIn }: DeskSlot,
  now: number,
): 'ahead' | 'walkIn' | undefined {
  if (left < 1 || closed) return undefined
  if (startsAt > now) return waiting > 0 ? undefined : 'ahead'
  return endsAt > now && letsIn ? 'walkIn' : undefined
}

/** The date with its weekday, and how near it is where that has a word. */
export function dayTitle(day: string, now: number): { title: string; near?: string } {
  const title = `${formatDate(day, now)} ${formatWeekday(day)}`
  const near = formatNear(day, now)
  return near ? { title, near } : { title }
}

/** The days of a week from its Monday, each with its services. */
export const weekDays = (
  fromDay: string,
  days: readonly DayOfService[],
): { day: string; services: DayOfService[] }[] =>
  Array.from({ length: 7 }, (_, n) => addDays(fromDay, n)).map((day) => ({
    day,
    services: days.filter((one) => one.day === day),
  }))

type Counted = Pick<DayOfService, 'capacity' | 'taken' | 'waiting' | 'came' | 'absent'>

/** Days and services added up. */
export const totalOf = (days: readonly Counted[]): Counted =>
  days.reduce<Counted>(
    (sum, { capacity, taken, waiting, came, absent }) => ({
      capacity: sum.capacity + capacity,
      taken: sum.taken + taken,
      waiting: sum.waiting + waiting,
      came: sum.came + came,
      absent: sum.absent + absent,
    }),
    { capacity: 0, taken: 0, waiting: 0, came: 0, absent: 0 },
  )

/** From its first day to its last. */
export const weekTitle = (fromDay: string, now: number): string =>
  DAY_TEXT.week.span(formatDate(fromDay, now), formatDate(addDays(fromDay, 6), now))

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

/** When a slot begins, as its id ends with it; 0 where it does not. */
export const startOfSlot = (slotId: string): number => Number(/_(\d{13})$/.exec(slotId)?.[1] ?? 0)
