import type { Slot } from '../../../types/contract/booking'
import type { StripDay } from '../../ui/day-strip'
import {
  addDays,
  dayOf,
  formatDate,
  formatNear,
  formatWeekday,
  isMorning,
} from '../../lib/time.format'
import { BOOKING_TEXT } from './booking.text'

const TEXT = BOOKING_TEXT.service

/** The slots of one day that are worth showing: those that are over only make the list longer. */
export const slotsOfDay = (slots: readonly Slot[], day: string): Slot[] =>
  slots.filter((slot) => slot.state !== 'past' && dayOf(slot.startsAt) === day)

/** Free, and nothing of the person's own speaks against it. */
const isFree = ({ state, against }: Slot): boolean => state === 'open' && against === undefined

/** A slot that can be tapped: free, or already the resident's own. */
export const isTappable = (slot: Slot): boolean => isFree(slot) || slot.bookingId !== undefined

/** A booking that leaves takes its time and its share of limits with it: what speaks against a slot is told at the tap. */
export const forChange = (slots: readonly Slot[]): Slot[] =>
  slots.map(({ against: _against, ...slot }) => slot)

/** How many free times are proposed. */
const SOONEST = 3

/** The next free times, each on a day of its own where there are such: who cannot on one day can on another. */
export function soonestOf(slots: readonly Slot[]): Slot[] {
  const free = slots.filter((slot) => isFree(slot) && slot.bookingId === undefined)
  const days = new Set<string>()
  const first = free.filter(({ startsAt }) => {
    const day = dayOf(startsAt)
    return !days.has(day) && days.add(day)
  })
  const others = free.filter((slot) => !first.includes(slot))
  return [...first, ...others].slice(0, SOONEST).sort((a, b) => a.startsAt - b.startsAt)
}

/** A full slot whose line one can join, or is in. `waits`: the service has one. */
export const isWaitable = (slot: Slot, waits: boolean): boolean =>
  slot.state === 'full' && slot.bookingId === undefined && (waits || slot.inLine !== undefined)

/** Every day from the first with a slot to the last, those between without one included. */
export function daysOf(slots: readonly Slot[], now: number): StripDay[] {
  const ahead = slots.filter((slot) => slot.state !== 'past').map((slot) => dayOf(slot.startsAt))
  const last = ahead.reduce((a, b) => (a > b ? a : b), '')
  const days: StripDay[] = []
  for (
    let day = ahead.reduce((a, b) => (a < b ? a : b), last);
    day && day <= last;
    day = addDays(day, 1)
  ) {
    days.push(stripDay(day, slotsOfDay(slots, day), now))
  }
  return days
}

function stripDay(day: string, slots: Slot[], now: number): StripDay {
  const state = slots.some(isTappable) ? 'open' : slots.length > 0 ? 'full' : 'none'
  const word = {
    open: TEXT.dayOpen,
    full: slots.some(({ state: of }) => of === 'open') ? TEXT.dayNotMine : TEXT.dayFull,
    none: TEXT.dayNone,
  }[state]
  const [, month, date] = day.split('-').map(Number)
  return {
    day,
    name: formatNear(day, now) ?? formatWeekday(day),
    date: `${month}/${date}`,
    spoken: `${formatDate(day, now)} ${formatWeekday(day)} ${word}`,
    state,
    word,
  }
}

/** How far one further reading reaches. */
const LATER_DAYS = 21

/** The days in which to look for slots after those that are known. */
export function rangeAfter(known: readonly Slot[]): { fromDay: string; toDay: string } {
  const fromDay = dayOf(known.reduce((last, { startsAt }) => Math.max(last, startsAt), 0))
  return { fromDay, toDay: addDays(fromDay, LATER_DAYS) }
}

/** Slots and those read after them, each once. */
export function withSlots(known: readonly Slot[], more: readonly Slot[]): Slot[] {
  const ids = new Set(known.map(({ slotId }) => slotId))
  return [...known, ...more.filter(({ slotId }) => !ids.has(slotId))]
}

/** The day shown first: the first with a free place, or else the first of all. */
export const firstDay = (days: readonly StripDay[]): string | undefined =>
  (days.find(({ state }) => state === 'open') ?? days[0])?.day

/** A day in two halves, as people speak of it. Empty halves are left out. */
export function halvesOf(slots: readonly Slot[]): { name: string; slots: Slot[] }[] {
  return [
    { name: TEXT.morning, slots: slots.filter((slot) => isMorning(slot.startsAt)) },
    { name: TEXT.afternoon, slots: slots.filter((slot) => !isMorning(slot.startsAt)) },
  ].filter((half) => half.slots.length > 0)
}
