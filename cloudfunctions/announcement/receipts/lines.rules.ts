import type { AnnouncementDoc, Receipt, ReceiptsDoc } from '../announcement.docs'
import type { Member } from '../audience/audience.query'
import { ageOn } from '../audience/audience.rules'
import { inRound, roundOf, seenIdIn, seenIdOf } from '../rounds.rules'
import { countsOf, sumCounts } from './receipts.rules'

/** How the lines of receipts begin, and in which documents they stand. */

export const CHUNK = 300

const ELDER = 60
const VERY_OLD = 80

/** Are the lines of an announcement's people still being made? */
export const isMaking = ({ work }: Pick<AnnouncementDoc, 'work'>): boolean =>
  work?.left.includes('people') ?? false

/** Somebody's line as it begins; `day`: on which ages count. */
export function lineOf(member: Member, day: string): Receipt {
  const { residentId, ref, birthDay, livesAlone, accountId } = member
  const age = birthDay ? ageOn(birthDay, day) : 0
  const why: Receipt['why'] = []
  if (age >= VERY_OLD) why.push('veryOld')
  else if (age >= ELDER) why.push('elder')
  if (livesAlone) why.push('alone')
  return {
    ...(residentId === undefined ? {} : { residentId }),
    ...(ref === undefined ? {} : { ref }),
    why,
    ...(accountId === undefined ? { withoutPhone: true as const } : {}),
  }
}

/** Who is called first: very old people and those who live alone, then elders, then all others. */
export function tierOf({ why }: Pick<Receipt, 'why'>): 1 | 2 | 3 {
  if (why.includes('veryOld') || why.includes('alone')) return 1
  return why.includes('elder') ? 2 : 3
}

/** What lines are made for. */
export type Counted = Pick<AnnouncementDoc, '_id' | 'region' | 'must' | 'corrections'>

interface Placed {
  member: Member
  line: Receipt
}

/**
 * Receipts of these people, who have no line yet: at most 300 in one document, those of a tier together. A
 * document is named by the first in it, who stands first in no other: made again, it is the same one.
 */
export function chunksOf(
  { _id, region, must, corrections }: Counted,
  members: readonly Member[],
  { community, day }: { community: number; day: string },
): ReceiptsDoc[] {
  const round = roundOf({ corrections })
  const placed = members.map((member): Placed => ({ member, line: lineOf(member, day) }))
  const groups = new Map<string, Placed[]>()
  for (const one of placed) {
    const group = `${tierOf(one.line)} ${one.member.region ?? region}`
    const others = groups.get(group)
    if (others) others.push(one)
    else groups.set(group, [one])
  }
  return [...groups.values()].flatMap((those) => {
    const tier = those[0] ? tierOf(those[0].line) : 3
    const chunks: ReceiptsDoc[] = []
    for (let from = 0; from < those.length; from += CHUNK) {
      const some = those.slice(from, from + CHUNK)
      const [first] = some[0]?.member.ids ?? ['']
      chunks.push({
        _id: `${seenIdIn(_id, round)}-${tier}-${first}`,
        announcementId: _id,
        ...inRound(round),
        region: some[0]?.member.region ?? region,
        order: `${tier}-${String(community).padStart(4, '0')}-${first}`,
        ...linesOf(some),
        counts: sumCounts(some.map(({ line }) => countsOf(line, must))),
      })
    }
    return chunks
  })
}

const linesOf = (some: readonly Placed[]): Pick<ReceiptsDoc, 'ids' | 'people' | 'also'> => ({
  ids: some.flatMap(({ member }) => member.ids),
  people: Object.fromEntries(some.map(({ member, line }) => [member.ids[0], line])),
  also: Object.fromEntries(
    some.flatMap(({ member: { ids } }) => {
      const [first, ...others] = ids
      return others.map((id) => [id, first])
    }),
  ),
})

/** Documents for those who come later, the n-th, as it begins. */
export const lateChunk = (
  doc: Pick<AnnouncementDoc, '_id' | 'corrections'>,
  region: string,
  community: string,
  n: number,
): ReceiptsDoc => ({
  _id: `${seenIdOf(doc)}-late-${community}-${n}`,
  announcementId: doc._id,
  ...inRound(roundOf(doc)),
  region,
  order: `4-${community}-${String(n).padStart(4, '0')}`,
  ids: [],
  people: {},
  counts: sumCounts([]),
})
