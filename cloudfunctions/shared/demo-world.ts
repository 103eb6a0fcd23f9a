/**
 * What the features' demo data share: the people and places of the demo. Used by tools only, never by
 * a deployed function. The same `now` and the same number of residents give the same data.
 */
export interface DemoCommunity {
  communityId: string
  /** Ids from district to community, joined by '/'. */
  region: string
  name: string
}

/** The service desk of a district, a street or a community. */
export interface DemoServiceDesk {
  /** Ids from the district to the place it serves, joined by '/'. */
  region: string
  /** Of a community's own. */
  communityId?: string
  /** The place it serves, e.g. 春晓社区. */
  placeName: string
  name: string
  phone: string
}

export interface DemoPerson {
  residentId: string
  communityId: string
  region: string
  birthYear: number
  /** '1954-05-12'. */
  birthDay: string
  livesAlone: boolean
  householdId: string
  /** Of somebody with WeChat. */
  accountId?: string
  /**
   * Which bookings the demo makes for them: those a visitor plays have none ahead, and the numbered
   * residents of tests none at all, so that both begin with a free calendar.
   */
  books: 'always' | 'past' | 'never'
}

export interface DemoWorld {
  /** The moment the demo begins, epoch ms. */
  now: number
  communities: readonly DemoCommunity[]
  serviceDesks: readonly DemoServiceDesk[]
  people: readonly DemoPerson[]
  random: Random
}

/** Documents by collection. */
export type DemoDocuments = Record<string, { _id: string }[]>

/** Repeatable chance. */
export interface Random {
  /** A number in [0, 1). */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number
  pick<T>(from: readonly T[]): T
}

/** The mulberry32 generator: short, and good enough to scatter demo data. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    pick: (from) => {
      const picked = from[int(0, from.length - 1)]
      if (picked === undefined) throw new Error('Nothing to pick from.')
      return picked
    },
  }
}
