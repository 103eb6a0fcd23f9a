import type { Visit } from '../../../types/contract/booking'

/** Every service of the visits with how many there are, in the order of its first. */
export function servicesOfVisits(
  visits: readonly Visit[],
): { serviceId: string; serviceName: string; count: number }[] {
  const services = new Map<string, { serviceId: string; serviceName: string; count: number }>()
  for (const { serviceId, serviceName } of visits) {
    const known = services.get(serviceId) ?? { serviceId, serviceName, count: 0 }
    services.set(serviceId, { ...known, count: known.count + 1 })
  }
  return [...services.values()]
}
