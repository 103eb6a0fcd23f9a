import type { AnnouncementDoc } from './announcement.docs'

/**
 * A correction that matters begins a new round: the announcement is unread again, what readers did before does not
 * count any more, and they are told anew. The first round is 0.
 */

type Corrected = Pick<AnnouncementDoc, '_id' | 'corrections'>

export const roundOf = ({ corrections }: Pick<AnnouncementDoc, 'corrections'>): number =>
  corrections.filter(({ again }) => again).length

/** Since when it is to be read: since it was published, or the present round began. */
export const sinceOf = ({
  corrections,
  publishedAt = 0,
}: Pick<AnnouncementDoc, 'corrections' | 'publishedAt'>): number =>
  corrections.filter(({ again }) => again).at(-1)?.at ?? publishedAt

/** By what readers' documents, notices and messages know an announcement in a round. */
export const seenIdIn = (announcementId: string, round = 0): string =>
  round === 0 ? announcementId : `${announcementId}_${round}`

export const seenIdOf = (doc: Corrected): string => seenIdIn(doc._id, roundOf(doc))

/** The same of the rounds before. */
export const formerSeenIds = (doc: Corrected): string[] =>
  Array.from({ length: roundOf(doc) }, (_none, round) => seenIdIn(doc._id, round))

/** Is this of the round? Nothing of the first names it. */
export const isOfRound = ({ round = 0 }: { round?: number }, wanted: number): boolean =>
  round === wanted

/** What a document says of its round: nothing, of the first. */
export const inRound = (round: number): { round?: number } => (round === 0 ? {} : { round })
