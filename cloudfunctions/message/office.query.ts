import { _, readCollection } from '../shared/db'
import { keyRing } from '../shared/keys'
import { openField, sealingOf } from '../shared/sealed-fields'
import type { OfficeQuestionDoc } from './office.docs'

const questions = readCollection<OfficeQuestionDoc>('officeQuestions')
const SEALING = sealingOf('officeQuestions')

export const findQuestion = (id: string): Promise<OfficeQuestionDoc | null> => questions.find(id)

/** What was asked and answered, to be shown to whoever may see it. */
export async function textsOf(
  docs: readonly OfficeQuestionDoc[],
): Promise<Map<string, { text: string; reply: string | null }>> {
  if (docs.length === 0) return new Map()
  const ring = await keyRing()
  return new Map(
    docs.map((doc) => [
      doc._id,
      {
        text: openField(ring, SEALING, doc, 'text') ?? '',
        reply: openField(ring, SEALING, doc, 'reply'),
      },
    ]),
  )
}

/** One page of a person's own, newest first. */
export const listOfResident = (
  residentId: string,
  after: string | undefined,
  limit: number,
): Promise<OfficeQuestionDoc[]> =>
  questions.list({
    where: { residentId, ...(after === undefined ? {} : { listKey: _.lt(after) }) },
    orderBy: [['listKey', 'desc']],
    limit,
  })

/** How many of a person's questions nobody has answered yet; counted up to `limit`. */
export async function countOpen(residentId: string, limit: number): Promise<number> {
  const open = await questions.list({
    where: { residentId, state: _.in(['checking', 'held', 'waiting']) },
    limit,
    fields: ['state'],
  })
  return open.length
}

/** One page of the office's: what is due first, or of answered ones the newest first. */
export function listOfOffice(
  communityId: string,
  states: readonly OfficeQuestionDoc['state'][],
  after: string | undefined,
  limit: number,
): Promise<OfficeQuestionDoc[]> {
  const newestFirst = states.includes('answered')
  const on = newestFirst ? _.lt(after ?? '') : _.gt(after ?? '')
  return questions.list({
    where: {
      communityId,
      state: _.in([...states]),
      ...(after === undefined ? {} : { listKey: on }),
    },
    orderBy: [['listKey', newestFirst ? 'desc' : 'asc']],
    limit,
  })
}

/** Those that WeChat is to be asked about again. */
export const findToCheck = (now: number, limit: number): Promise<OfficeQuestionDoc[]> =>
  questions.list({
    where: { checkAt: _.lte(now) },
    orderBy: [['checkAt', 'asc']],
    limit,
  })

/** Those of which somebody is to hear. */
export const findToRemind = (now: number, limit: number): Promise<OfficeQuestionDoc[]> =>
  questions.list({
    where: { state: _.in(['held', 'waiting', 'answered', 'refused']), remindAt: _.lte(now) },
    orderBy: [['remindAt', 'asc']],
    limit,
  })
