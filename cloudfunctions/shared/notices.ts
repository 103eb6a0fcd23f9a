import type { NoticeFact } from '../../types/contract/message'
import { collection, type Document } from './db'
import { sha256 } from './digest'
import { listKeyOf } from './list-key.rules'
import { together } from './together'

/** One person was told one fact, or all who hold a key were. */
export interface NoticeDoc extends Document {
  /** The reader's account (openid); absent where `to` says who reads it. */
  accountId?: string
  /**
   * Keys of the readers (reader-keys.rules.ts), at most 10. Whether one of them has seen it stands in their own
   * `readings`, under `group`.
   */
  to?: string[]
  group?: string
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

/** Who is told what, where they are many. */
export interface ToldToMany extends Pick<Told, 'region' | 'communityId' | 'about' | 'at'> {
  /** Whoever holds one of these keys. */
  to: readonly string[]
  /** What happened, by an id that readers' `readings` know it by. */
  group: string
}

const manyId = (group: string): string => `m-${sha256(group).slice(0, 32)}`

/** Tells all who hold a key: one row, however many they are. Told again, it is the same one. */
export async function tellMany({ to, group, about, at, ...where }: ToldToMany): Promise<void> {
  const { region, communityId } = where
  const _id = manyId(group)
  await notices.insert({
    _id,
    to: [...to],
    group,
    region,
    ...(communityId === undefined ? {} : { communityId }),
    about: withoutGaps(about),
    at,
    listKey: listKeyOf(at, _id),
    unread: true,
  })
}

/** What many were told is said no longer. */
export const untellMany = (group: string): Promise<void> => notices.remove(manyId(group))

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
