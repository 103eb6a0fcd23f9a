import type { NoticeFact } from '../../types/contract/message-inbox'
import type { Hearers } from '../shared/hearers'
import type { Told } from '../shared/notices'

interface About {
  /** What the person reads; those who act for them read it with the person's name. */
  about: Extract<NoticeFact, { startsAt: number }>
  /** Names what happened, so that it is told once. */
  fact: string
  at: number
}

/** What a person hears of their visit, and those who act for them, who read whose it is. */
export function toldOf(
  { residentId, communityId, region }: { residentId: string; communityId: string; region: string },
  { own, helpers }: Hearers = { helpers: [] },
  { about, fact, at }: About,
): Told[] {
  const common = { communityId, region, fact, at }
  return [
    ...(own === undefined ? [] : [{ ...common, accountId: own, about }]),
    ...helpers.map(({ accountId, grant: { name } }) => ({
      ...common,
      accountId,
      about: { ...about, name },
      whom: residentId,
    })),
  ]
}
