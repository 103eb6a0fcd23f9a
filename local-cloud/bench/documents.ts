export interface BenchDocument {
  _id: string
  communityId: string
  at: number
  title: string
  state: string
  left: number
  seats: Record<string, { name: string; at: number }>
}

const PER_COMMUNITY = 100
const EPOCH = 1_763_769_600_000

/** A document of some 350 bytes; every community has 100 of them, spread over the whole collection. */
export function benchDocument(i: number, total: number): BenchDocument {
  const communities = total / PER_COMMUNITY
  return {
    _id: `document-${i}`,
    communityId: `community-${i % communities}`,
    at: EPOCH + Math.floor(i / communities) * 60_000,
    title: `Health checkup for residents over sixty, morning ${i}`,
    state: 'open',
    left: 1_000_000,
    seats: {
      r1: { name: 'Zhang Wei', at: EPOCH + i },
      r2: { name: 'Wang Fang', at: EPOCH + i + 1 },
    },
  }
}

/** Communities that lie far apart, the same at each call. */
export function communitiesOf(total: number, count: number): string[] {
  const communities = total / PER_COMMUNITY
  const step = Math.max(1, Math.floor(communities / count))
  return Array.from({ length: count }, (_, i) => `community-${(i * step) % communities}`)
}
