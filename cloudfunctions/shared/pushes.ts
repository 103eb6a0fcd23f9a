import type { TemplateName } from '../../types/contract/message-inbox'
import { _, collection, readCollection, type Document } from './db'
import { sha256 } from './digest'
import { dueAfterQuiet } from './quiet-hours.rules'
import { templates } from './templates'
import { DAY } from './time'

/**
 * What a message says, by our own names. Which of them a template shows, and in which of its fields, comes from
 * the environment (templates.ts); what a template shows and a message does not have is said in its place.
 */
export interface PushValues {
  /** What it is about: the announcement's title, the service's name. */
  title?: string
  /** When it is, or was: epoch ms. */
  time?: number
  place?: string
  /** What to do about it, in a few words: 请打开确认. */
  say?: string
  /** Who it is from. */
  from?: string
}

/** Something that WeChat is asked to show on somebody's phone (订阅消息). */
export interface Push {
  accountId: string
  template: TemplateName
  values: PushValues
  /** What opens at a tap: `pages/announcement/index?id=...`, without a slash before it. */
  page: string
  /** Is sent at any hour, and again where it is unsure whether it was. */
  urgent: boolean
  /** Whom the values name: a residentId, or the openid of somebody without a record. */
  whom?: string | undefined
  /** What happened, by an id: the same fact to the same account is one message. */
  fact: string
  /** What many were told at once: once it is said no longer, `dropPushes` keeps what still waits from being sent. */
  group?: string
  at: number
}

/**
 * `waiting` until `dueAt`; `sending` is written before WeChat is asked, so that after a crash nobody is sent an
 * ordinary message twice. The others are ends: `nocredit` (WeChat lets us send no more), `failed`, and `dropped`
 * (the person died, left or was erased, or what it says was taken back).
 */
export type PushState = 'waiting' | 'sending' | 'sent' | 'nocredit' | 'failed' | 'dropped'

export interface PushDoc extends Omit<Push, 'whom'>, Document {
  whom?: string
  state: PushState
  /** When it is to be looked at: to be sent, to be taken up again, and of an ended one to be removed. */
  dueAt: number
  tries: number
  /** Which run of the ticker sends it. */
  run?: string
  /** Of one that WeChat was too busy for: when it was asked last. */
  askedAt?: number
}

const pushes = collection<PushDoc>('pushes')

export const pushIdOf = ({ fact, template, accountId }: Push): string =>
  `p-${sha256(JSON.stringify([fact, template, accountId])).slice(0, 32)}`

/** How a message stands in the queue. */
const rowOf = ({ whom, ...push }: Push): PushDoc => ({
  ...push,
  _id: pushIdOf(push),
  ...(whom === undefined ? {} : { whom }),
  state: 'waiting',
  dueAt: push.urgent ? push.at : dueAfterQuiet(push.at),
  tries: 0,
})

/** What the queue holds of these: of a template that the environment does not have, nothing. */
export function rowsOf(wanted: readonly Push[]): PushDoc[] {
  const known = templates()
  return wanted.filter(({ template }) => known.has(template)).map(rowOf)
}

/** Messages put into the queue at a time. */
export const PUSHED_AT_ONCE = 500

/**
 * Puts messages into the queue that the ticker sends, at most `PUSHED_AT_ONCE`. Safe to repeat.
 */
export async function pushTo(wanted: readonly Push[]): Promise<void> {
  const rows = rowsOf(wanted)
  if (rows.length === 1 && rows[0]) await pushes.insert(rows[0])
  else await pushes.insertMissing(rows)
}

/** How long it is known what became of a message. */
export const KEPT_FOR = 30 * DAY
/** Waiting ones changed at a time. */
const CHANGED_AT_ONCE = 500

/** What waits of what many were told is not sent any more: it was taken back, or is over. Safe to repeat. */
export async function dropPushes(group: string, now: number): Promise<void> {
  for (;;) {
    const where = { group, state: 'waiting' }
    const found = await pushes.list({ where, limit: CHANGED_AT_ONCE, fields: ['_id'] })
    const ids = found.map(({ _id }) => _id)
    const dropped = { state: 'dropped', dueAt: now + KEPT_FOR }
    if (ids.length > 0) await pushes.updateMany(ids, { state: 'waiting' }, dropped)
    if (ids.length < CHANGED_AT_ONCE) return
  }
}

/** What waits of what many were told is sent in these words, but for its own time. Safe to repeat. */
export async function rewordPushes(group: string, { title, say }: PushValues): Promise<void> {
  if (title === undefined || say === undefined) return
  for (;;) {
    const where = { group, state: 'waiting', 'values.title': _.neq(title) }
    const found = await pushes.list({ where, limit: CHANGED_AT_ONCE, fields: ['_id'] })
    const ids = found.map(({ _id }) => _id)
    const words = { 'values.title': title, 'values.say': say }
    if (ids.length > 0) await pushes.updateMany(ids, { state: 'waiting' }, words)
    if (ids.length < CHANGED_AT_ONCE) return
  }
}

/** How many messages WeChat lets us send an account; `_id` is the openid (docs/decisions/message-credits.md). */
export interface CreditsDoc extends Document {
  /** By the template's name. */
  left: Partial<Record<TemplateName, number>>
  /** The last things that changed a number, by ids: each is counted once. */
  events: string[]
  /** The last messages for which one was taken, by the ids of `pushes`. */
  taken: string[]
  /** When a message last reached the phone, as WeChat says, to the second: epoch ms by the template's name. */
  reached?: Partial<Record<TemplateName, number>>
}

/** Things that changed an account's credits, and messages they were taken for, of which it is known. */
export const CREDIT_IDS_KEPT = 50

const credits = readCollection<CreditsDoc>('credits')

/** Those of these accounts (at most 500) that can be sent something of this template: one read. */
export async function accountsWithCredit(
  accountIds: readonly string[],
  template: TemplateName,
): Promise<Set<string>> {
  if (accountIds.length === 0 || !templates().has(template)) return new Set()
  const found = await credits.list({
    where: { _id: _.in([...accountIds]), [`left.${template}`]: _.gt(0) },
    limit: accountIds.length,
    fields: ['_id'],
  })
  return new Set(found.map(({ _id }) => _id))
}
