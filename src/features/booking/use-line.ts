import type { Slot } from '../../../types/contract/booking'
import { updateQuery } from '../../cloud/query-cache'
import { useCommand } from '../../cloud/use-command'
import { dayOf } from '../../lib/time.format'
import { withLine, withoutLine, withoutWait, withWait } from './booking.line'

interface Of {
  serviceName: string
  place: string
}

/** To wait for a place in a full slot, and not to any more; what becomes of it goes wherever it is shown. */
export function useLine() {
  const join = useCommand('booking.joinWaitlist')
  const leave = useCommand('booking.leaveWaitlist')

  const joinLine = async (slot: Slot, { serviceName, place }: Of): Promise<boolean> => {
    const { slotId, serviceId, startsAt, endsAt } = slot
    const result = await join.run({ slotId })
    if (!result?.ok) return false
    const { data, whom } = result
    showSlot(slot, whom, (one) => withLine(one, data))
    const { inLine } = data
    const wait = {
      ...{ slotId, serviceId, serviceName, place, startsAt, endsAt },
      ...(inLine === undefined ? {} : { inLine }),
    }
    updateQuery('booking.listMine', {}, whom, (page) => ({
      ...page,
      waits: withWait(page.waits, wait),
    }))
    updateQuery('home.view', {}, whom, (view) =>
      view.booking
        ? { ...view, booking: { ...view.booking, waits: withWait(view.booking.waits, wait) } }
        : view,
    )
    return true
  }

  const leaveLine = async (slot: Slot): Promise<boolean> => {
    const result = await leave.run({ slotId: slot.slotId })
    if (!result?.ok) return false
    showSlot(slot, result.whom, withoutLine)
    showTaken(slot.slotId, result.whom)
    return true
  }

  return { join, leave, joinLine, leaveLine }
}

/** Nothing is waited for any more in this slot: it was left, or the place is theirs. */
export function showTaken(slotId: string, whom: string | undefined): void {
  updateQuery('booking.listMine', {}, whom, (page) => ({
    ...page,
    waits: withoutWait(page.waits, slotId),
  }))
  updateQuery('home.view', {}, whom, (view) =>
    view.booking
      ? { ...view, booking: { ...view.booking, waits: withoutWait(view.booking.waits, slotId) } }
      : view,
  )
}

/** The slot among those that its service came with, and among those of its day. */
function showSlot(
  { slotId, serviceId, startsAt }: Slot,
  whom: string | undefined,
  change: (slot: Slot) => Slot,
): void {
  const changed = (slots: Slot[]) => slots.map((one) => (one.slotId === slotId ? change(one) : one))
  updateQuery('booking.viewService', { serviceId }, whom, (view) => ({
    ...view,
    slots: changed(view.slots),
  }))
  const day = dayOf(startsAt)
  updateQuery('booking.listSlots', { serviceId, fromDay: day, toDay: day }, whom, (page) => ({
    ...page,
    items: changed(page.items),
  }))
}
