import type { Slot } from '../../../types/contract/booking'
import { useQuery } from '../../cloud/use-query'
import { dayOf } from '../../lib/time.format'

/**
 * The slots of one day: of those that the service comes with, or else read for that day. Without a day,
 * all that the service comes with.
 */
export function useDaySlots(serviceId: string, day: string) {
  const first = useQuery('booking.viewService', { serviceId })
  const listed = first.status === 'ready' ? slotsOn(first.data.slots, day) : []
  const isLater = first.status === 'ready' && listed.length === 0 && day !== ''
  const range = { serviceId, fromDay: day, toDay: day }
  const later = useQuery('booking.listSlots', range, { wanted: isLater })
  if (!isLater) return { load: first, slots: listed, refresh: first.refresh }
  if (later.status !== 'ready') return { load: later, slots: [], refresh: later.refresh }
  return { load: first, slots: later.data.items, refresh: later.refresh }
}

const slotsOn = (slots: readonly Slot[], day: string) =>
  day === '' ? [...slots] : slots.filter(({ startsAt }) => dayOf(startsAt) === day)
