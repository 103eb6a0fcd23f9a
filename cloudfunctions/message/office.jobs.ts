import { checkText } from '../shared/content-check'
import { accountOf, isDead } from '../shared/hearers'
import { describeError, log } from '../shared/log'
import { tell } from '../shared/notices'
import { tellStaff } from '../shared/tell-staff'
import { eachOf } from '../shared/together'
import type { OfficeQuestionDoc } from './office.docs'
import { afterCheck, nextRemind } from './office.rules'
import { findToCheck, findToRemind, textsOf } from './office.query'
import { settleCheck, settleRemind } from './office.store'

/** Questions looked at in one run, and at a time. */
const BATCH = 50
const WIDTH = 8

/** Who answers for the office. */
const OFFICE = ['staff', 'socialWorker'] as const

/** Asks WeChat again about questions that it has said nothing of. */
export async function checkQuestions(now: number): Promise<number> {
  const waiting = await findToCheck(now, BATCH)
  if (waiting.length === 0) return 0
  const texts = await textsOf(waiting)
  await each(waiting, async ({ _id, typedBy, askedAt }) => {
    const { text = '' } = texts.get(_id) ?? {}
    const verdict = typedBy === undefined ? 'unknown' : await checkText(typedBy, text)
    await settleCheck(_id, afterCheck(verdict, { askedAt, now }), now)
  })
  return waiting.length
}

/** Tells whoever is to hear of a question next. */
export async function remindOfQuestions(now: number): Promise<number> {
  const due = await findToRemind(now, BATCH)
  await each(due, async (doc) => {
    if (doc.remind === 'answered') await tellAsker(doc)
    else if (isOpen(doc)) await tellOffice(doc, now)
    await settleRemind(
      doc,
      isOpen(doc) ? nextRemind(doc.remind ?? 'overdue', doc.dueAt) : undefined,
    )
  })
  return due.length
}

const isOpen = ({ state }: OfficeQuestionDoc): boolean => state === 'waiting' || state === 'held'

const tellOffice = (
  { _id, region, communityId, state, dueAt, remind, remindAt = 0 }: OfficeQuestionDoc,
  now: number,
): Promise<void> =>
  tellStaff({
    roles: OFFICE,
    region,
    communityId,
    about:
      remind === 'asked'
        ? { kind: 'officeAsked', held: state === 'held' }
        : { kind: 'officeDue', dueAt },
    group: `office-${_id}-${remind}`,
    at: Math.min(remindAt, now),
  })

/** Whose question it is, and the helper who typed it; after a death nobody. */
async function tellAsker(doc: OfficeQuestionDoc): Promise<void> {
  const { _id, residentId, region, communityId, typedBy, state, by, remindAt = 0 } = doc
  const own = await accountOf(residentId)
  if (own === undefined && (await isDead(residentId))) return
  const readers = new Set([own, by === 'helper' ? typedBy : undefined])
  readers.delete(undefined)
  const refused = state === 'refused' ? { refused: true as const } : {}
  await tell(
    [...readers].map((accountId = '') => ({
      accountId,
      region,
      communityId,
      about: { kind: 'officeAnswered', ...refused },
      fact: _id,
      at: remindAt,
    })),
  )
}

/** One that fails waits for the next run, and holds up no other. */
const each = (
  docs: readonly OfficeQuestionDoc[],
  work: (doc: OfficeQuestionDoc) => Promise<void>,
): Promise<void> =>
  eachOf(docs, WIDTH, async (doc) => {
    try {
      await work(doc)
    } catch (error) {
      log('error', 'question not settled', { id: doc._id, ...describeError(error) })
    }
  })
