import type { Service, ServiceCategory } from '../../../types/contract/booking'

/** Services by category, each in the place of its first service: staff decide the order. */
export function serviceCategories(
  services: readonly Service[],
): { category: ServiceCategory; services: Service[] }[] {
  const categories = [...new Set(services.map(({ category }) => category))]
  return categories.map((category) => ({
    category,
    services: services.filter((service) => service.category === category),
  }))
}
