import type { NoticeFact } from '../../types/contract/message'
import { collection, type Document } from './db'
import { sha256 } from './digest'
import { listKeyOf } from './list-key.rules'
import { together } from './together'

/** One person was told one fact. */
export interface NoticeDoc extends Document {
  /** The reader's account (openid). */
  accountId: string
  /** Where it happened: ids from the district to the place, joined by '/'. */
  region: string
  communityId?: string
  about: NoticeFact
  /** Whom `about.name` names, by the record or else the account: an erasure finds it by that. */
  whom?: string
  at: number
  /** `listKeyOf` the time and the id: the inbox's order and page key. */
  listKey: string
  unread: boolean
  readAt?: number
}

/** Who is told what. */
export interface Told {
  accountId: string
  region: string
  communityId?: string | undefined
  about: NoticeFact
  /** Whom `about.name` names: a residentId, or the openid of somebody without a record. */
  whom?: string | undefined
  /** What happened, by an id: the same fact told to the same reader again is one notice. */
  fact: string
  at: number
}

const notices = collection<NoticeDoc>('notices')

/**
 * The one door through which features tell people things: a feature's `*.notices.ts` says who hears what, and
 * whatever carries out the fact (a call, or the ticker after its death) tells it, as often as it likes. What is
 * told holds nothing of a person but what its reader may know.
 */
export async function tell(told: readonly Told[]): Promise<void> {
  await together(told.map((one) => notices.insert(noticeOf(one))))
}

function noticeOf({ accountId, region, communityId, about, whom, fact, at }: Told): NoticeDoc {
  const _id = `n-${sha256(JSON.stringify([about.kind, fact, accountId])).slice(0, 32)}`
  return {
    _id,
    accountId,
    region,
    ...(communityId === undefined ? {} : { communityId }),
    about: withoutGaps(about),
    ...(whom === undefined ? {} : { whom }),
    at,
    listKey: listKeyOf(at, _id),
    unread: true,
  }
}

/** The database takes no undefined. */
const withoutGaps = (about: NoticeFact): NoticeFact =>
  Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined)) as NoticeFact
