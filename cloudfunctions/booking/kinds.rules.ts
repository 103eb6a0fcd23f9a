import type { Service, ServiceKind } from '../../types/contract/booking'

const EXAMPLES = 2

/** The categories that are offered, each in the place of its first service, with the names of the first two. */
export function kindsOf(services: readonly Service[]): ServiceKind[] {
  const kinds = new Map<Service['category'], string[]>()
  for (const { category, name } of services) {
    const names = kinds.get(category) ?? []
    kinds.set(category, [...names, name])
  }
  return [...kinds].map(([category, names]) => ({
    category,
    examples: names.slice(0, EXAMPLES),
    count: names.length,
  }))
}
