import type { NoticeFact } from '../../types/contract/message-inbox'
import { _, collection, type Document } from './db'
import { sha256 } from './digest'
import type { ToldToMany } from './notices'
import { dueAfterQuiet } from './quiet-hours.rules'
import { DAY } from './time'

/**
 * What is to be said in the staff's group of 企业微信. It stands among the messages to phones, in a state of its
 * own, holds nothing of a person, and goes a week after it was said.
 */
export interface GroupPushDoc extends Document {
  state: 'group' | 'groupSaid'
  urgent: false
  dueAt: number
  at: number
  about: NoticeFact
  communityId?: string
}

const queue = collection<GroupPushDoc>('pushes')

/** The address of the group, which the environment may name (LINLI_WECOM_WEBHOOK). */
export function webhook(): string | undefined {
  const address = process.env.LINLI_WECOM_WEBHOOK?.trim()
  return address === '' ? undefined : address
}

/** Puts a fact into the queue of what the group is told; nothing where there is no group. Safe to repeat. */
export async function tellGroup({
  about,
  group,
  at,
  communityId,
}: Pick<ToldToMany, 'about' | 'group' | 'at' | 'communityId'>): Promise<void> {
  if (webhook() === undefined) return
  await queue.insert({
    _id: `w-${sha256(group).slice(0, 32)}`,
    state: 'group',
    urgent: false,
    dueAt: dueAfterQuiet(at),
    at,
    about,
    ...(communityId === undefined ? {} : { communityId }),
  })
}

const KEPT_FOR = 7 * DAY

/** What the group is to be told by now, the oldest first. */
export const findForGroup = (now: number, limit: number): Promise<GroupPushDoc[]> =>
  queue.list({
    where: { state: 'group', urgent: false, dueAt: _.lte(now) },
    orderBy: [['dueAt', 'asc']],
    limit,
  })

/**
 * Takes these, before they are said: of two runs at once only one gets them. What is said into a group twice is worse
 * than what is not said there, since all of it stands in the inbox.
 */
export async function takeForGroup(
  [first, ...rest]: readonly GroupPushDoc[],
  now: number,
): Promise<boolean> {
  const said = { state: 'groupSaid', dueAt: now + KEPT_FOR } as const
  if (!first || !(await queue.updateOne(first._id, { state: 'group' }, said))) return false
  const ids = rest.map(({ _id }) => _id)
  if (ids.length > 0) await queue.updateMany(ids, { state: 'group' }, said)
  return true
}
