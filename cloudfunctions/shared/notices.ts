import type { NoticeFact } from '../../types/contract/message-inbox'
import { collection, type Document } from './db'
import { sha256 } from './digest'
import { listKeyOf } from './list-key.rules'
import { mustReach, outletOf } from './notice.rules'
import { noticeWords } from './notice.text'
import { type Push, pushIdOf, pushTo } from './pushes'
import { sendUrgent } from './pushing/send-urgent'
import { DAY } from './time'
import type { CallDoc } from './to-call'
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
  /** The reader's record: whom staff call about what must reach them (notice.rules.ts). */
  residentId?: string | undefined
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
const calls = collection<CallDoc>('calls')

/**
 * The one door through which features tell people things: a feature's `*.notices.ts` says who hears what, and
 * whatever carries out the fact (a call, or the ticker after its death) tells it, as often as it likes. What is
 * told holds nothing of a person but what its reader may know.
 *
 * It stands in the inbox at once. Within a minute the ticker sends it to the phone as well, where the deployment
 * has the template and WeChat allows it; what is urgent is sent before this returns, once all rows stand. What must
 * reach somebody, and did not within a day, staff call about.
 */
export async function tell(told: readonly Told[]): Promise<void> {
  for (let from = 0; from < told.length; from += AT_ONCE) {
    const some = told.slice(from, from + AT_ONCE)
    await together([
      pushTo(some.map(pushOf)),
      tellInboxes(some.map(noticeOf)),
      ...some.flatMap((one) => {
        const call = callOf(one)
        return call ? [calls.insert(call)] : []
      }),
    ])
  }
  await sendUrgent(told.map(pushOf))
}

/** Readers told at a time. */
const AT_ONCE = 100
/** So few have a request each, all at once: many are looked for together first. */
const FEW = 5

async function tellInboxes(rows: readonly NoticeDoc[]): Promise<void> {
  if (rows.length > FEW) return notices.insertMissing(rows)
  await together(rows.map((row) => notices.insert(row)))
}

/** What of a fact is sent to a phone. */
export function pushOf({ accountId, about, whom, fact, at }: Omit<Told, 'region'>): Push {
  const { template, page, urgent, time = at, place } = outletOf(about)
  const values = { ...noticeWords(about), time, ...(place === undefined ? {} : { place }) }
  return { accountId, template, values, page, urgent, whom, fact: `${about.kind}:${fact}`, at }
}

/** Who was sent a message, or opens the inbox within this time, is not called. */
const BEFORE_A_CALL = DAY

function callOf(told: Told): CallDoc | undefined {
  const { about, residentId, communityId, region, at } = told
  if (!mustReach(about) || residentId === undefined || communityId === undefined) return undefined
  const noticeId = noticeIdOf(told)
  const _id = `c${noticeId.slice(1)}`
  const pushId = pushIdOf(pushOf(told))
  const place = { communityId, region, residentId }
  const times = { since: at, callFrom: at + BEFORE_A_CALL, listKey: listKeyOf(at, _id) }
  return { _id, ...place, noticeId, pushId, state: 'maybe', ...times, taps: [] }
}

/** Who is told what, where they are many. */
export interface ToldToMany extends Pick<Told, 'region' | 'communityId' | 'about' | 'at'> {
  /** Whoever holds one of these keys. */
  to: readonly string[]
  /** What happened, by an id that readers' `readings` know it by. */
  group: string
}

const manyId = (group: string): string => `m-${sha256(group).slice(0, 32)}`

/**
 * Tells all who hold a key: one row, however many they are. Told again, it is the same one, in the words it has
 * now. Nothing is sent to phones: whoever tells many says by `pushTo` whose.
 */
export async function tellMany(told: ToldToMany): Promise<void> {
  const { _id, to = [], about, ...notice } = manyNotice(told)
  if ((await notices.insert({ _id, to, about, ...notice })) === 'inserted') return
  await notices.updateOne(_id, {}, { to, about })
}

/** The row that many are told by. */
export function manyNotice({ to, group, about, at, ...where }: ToldToMany): NoticeDoc {
  const { region, communityId } = where
  const _id = manyId(group)
  return {
    _id,
    to: [...to],
    group,
    region,
    ...(communityId === undefined ? {} : { communityId }),
    about: withoutGaps(about),
    at,
    listKey: listKeyOf(at, _id),
    unread: true,
  }
}

/** What many were told is said no longer. */
export const untellMany = (group: string): Promise<void> => notices.remove(manyId(group))

const noticeIdOf = ({ about, fact, accountId }: Told): string =>
  `n-${sha256(JSON.stringify([about.kind, fact, accountId])).slice(0, 32)}`

function noticeOf(told: Told): NoticeDoc {
  const { accountId, region, communityId, about, whom, at } = told
  const _id = noticeIdOf(told)
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
