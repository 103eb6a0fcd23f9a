import type { TemplateName } from '../../../types/contract/message-inbox'
import { fitField } from '../field-fit.rules'
import { INBOX_PAGE } from '../notice.rules'
import type { Template } from '../templates.rules'
import { MINUTE, SECOND } from '../time'

/** What of a queued message sending goes by. */
export interface Waiting {
  _id: string
  accountId: string
  template: TemplateName
  values: { title?: string; time?: number; place?: string; say?: string; from?: string }
  page: string
  urgent: boolean
  tries: number
  at: number
}

/**
 * What goes out as one message: all that waits for one account and template, since each message costs one of the
 * person's acceptances. What is urgent goes by itself, with its own words.
 */
export function inGroups<Row extends Waiting>(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const { _id, accountId, template, urgent } = row
    const key = urgent ? _id : `${template} ${accountId}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].map((group) => group.sort(byLead))
}

/** The first one stands for all: what was tried before, by which the person's acceptance is taken already. */
const byLead = (a: Waiting, b: Waiting): number => b.tries - a.tries || (a._id < b._id ? -1 : 1)

/** What one message shows, field by field, and the page it opens. */
export function composeMessage(
  template: Template,
  group: readonly Waiting[],
  several: (count: number) => { title: string; say: string },
): { page: string; data: Record<string, { value: string }> } {
  const [first] = group
  const at = Math.max(...group.map((row) => row.at))
  const values = group.length === 1 && first ? first.values : { ...several(group.length), time: at }
  const fields = template.fields.map(({ field, kind, shows }) => {
    return [field, { value: fitField(kind, values[shows], at) }] as const
  })
  return {
    page: group.length === 1 && first ? first.page : INBOX_PAGE,
    data: Object.fromEntries(fields),
  }
}

/**
 * Did WeChat send an ordinary message, though it said that it was too busy? So it seems where one of the template has
 * reached the phone since it was asked: then it is not sent again. What is urgent rather comes twice.
 */
export const hasCome = (
  { urgent, askedAt }: { urgent: boolean; askedAt?: number },
  reachedAt: number | undefined,
): boolean =>
  !urgent &&
  askedAt !== undefined &&
  reachedAt !== undefined &&
  // WeChat's moments are whole seconds.
  reachedAt >= Math.floor(askedAt / SECOND) * SECOND

/** How WeChat answered: nothing, where it took the message. */
export interface Answer {
  errCode?: number
  /** No answer that says whether it was sent: the network, the cloud between, or the time. */
  unsure?: true
}

export type Outcome =
  | { state: 'sent' }
  /** WeChat lets us send no more: what was accepted is used up, or the person said no. */
  | { state: 'nocredit' }
  /** `used`: the acceptance may be gone with it. */
  | { state: 'failed'; used: boolean }
  | { state: 'waiting'; again: number }

/** The person refused, or has no acceptance left. */
const REFUSED = 43101
/** WeChat is busy, or the account has called too often: nothing was sent, and later it may be. */
const LATER = [-1, 45009, 45011, 45047]
/** How long to wait after each try. */
const DELAYS = [1, 5, 15, 60, 240].map((minutes) => minutes * MINUTE)

/**
 * What becomes of a message. Where it is unsure whether it was sent, an urgent one is sent again, and any other is
 * not: better once too little than twice, since it stands in the inbox anyway.
 */
export function decideOutcome(
  { errCode, unsure }: Answer,
  { urgent, tries }: Pick<Waiting, 'urgent' | 'tries'>,
): Outcome {
  if (errCode === undefined && !unsure) return { state: 'sent' }
  if (errCode === REFUSED) return { state: 'nocredit' }
  const mayTryAgain = unsure ? urgent : errCode !== undefined && LATER.includes(errCode)
  const delay = DELAYS[tries]
  if (mayTryAgain && delay !== undefined) return { state: 'waiting', again: delay }
  return { state: 'failed', used: unsure === true }
}

/** What an error of the SDK says of whether WeChat has sent it. */
export function answerOf(error: unknown): Answer {
  const { errCode, errMsg } = (error ?? {}) as { errCode?: unknown; errMsg?: unknown }
  if (typeof errCode !== 'number') return { unsure: true }
  // WeChat's own codes are -1 and those from 40000 on, and its words end in the id of the request. The SDK says -1
  // too, for whatever it does not know.
  const wechats = errCode >= 40_000 || (errCode === -1 && /\brid: /.test(String(errMsg)))
  // Its own refusals before it asks WeChat: no permission to call this interface.
  const notAllowed = errCode <= -604_100 && errCode >= -604_103
  return wechats || notAllowed ? { errCode } : { unsure: true }
}
