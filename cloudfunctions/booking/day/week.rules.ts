import type { DayOfService } from '../../../types/contract/booking-visits'
import type { SlotDoc } from '../booking.docs'
import type { FiguresDoc } from './figures.docs'

type Glance = Pick<SlotDoc, 'serviceId' | 'serviceName' | 'capacity' | 'left' | 'queue' | 'offers'>

/** Each day's services, by name: `found` has the slots of each day. */
export function weekFrom(
  days: readonly string[],
  found: readonly (readonly Glance[])[],
  figures: readonly Pick<FiguresDoc, 'serviceId' | 'days'>[],
): DayOfService[] {
  return days.flatMap((day, n) => {
    const services = new Map<string, DayOfService>()
    for (const { serviceId, serviceName, capacity, left, queue, offers } of found[n] ?? []) {
      const one = services.get(serviceId) ?? nothing(day, serviceId, serviceName)
      services.set(serviceId, {
        ...one,
        capacity: one.capacity + capacity,
        taken: one.taken + capacity - left - offers.length,
        waiting: one.waiting + queue.length + offers.length,
      })
    }
    for (const { serviceId, days: counted } of figures) {
      const one = services.get(serviceId)
      // A month without this day has `days` without it.
      const use = (counted as typeof counted | undefined)?.[day]
      if (one && use) {
        services.set(serviceId, {
          ...one,
          came: one.came + use.came,
          absent: one.absent + use.absent,
        })
      }
    }
    return [...services.values()].sort((a, b) => (a.serviceName < b.serviceName ? -1 : 1))
  })
}

const nothing = (day: string, serviceId: string, serviceName: string): DayOfService => ({
  ...{ day, serviceId, serviceName },
  ...{ capacity: 0, taken: 0, waiting: 0, came: 0, absent: 0 },
})
