import { _, collection, type Document } from '../shared/db'
import type { PushDoc } from '../shared/pushes'
import type { CallDoc } from '../shared/to-call'
import { DAY } from '../shared/time'
import { eachOf } from '../shared/together'
import type { OfficeQuestionDoc } from './office.docs'

/** What becomes of what messages keep of a person. Each is safe to repeat. */

const pushes = collection<PushDoc>('pushes')
const questions = collection<OfficeQuestionDoc>('officeQuestions')
const calls = collection<CallDoc>('calls')

const BATCH = 200
const WIDTH = 8

/** Goes through all that is found, until nothing is: `work` takes each out of what is found. */
async function through<Doc extends Document>(
  find: () => Promise<Doc[]>,
  work: (docs: readonly Doc[]) => Promise<void>,
): Promise<void> {
  for (;;) {
    const found = await find()
    if (found.length > 0) await work(found)
    if (found.length < BATCH) return
  }
}

const idsOf = (docs: readonly Document[]): string[] => docs.map(({ _id }) => _id)

const dropWhere = (where: Record<string, unknown>, now: number): Promise<void> =>
  through(
    () => pushes.list({ where: { ...where, state: 'waiting' }, limit: BATCH, fields: ['_id'] }),
    async (found) => {
      const change = { state: 'dropped', dueAt: now + 30 * DAY }
      await pushes.updateMany(idsOf(found), { state: 'waiting' }, change)
    },
  )

/** Nothing that waits is sent to this account any more. */
export const dropPushesTo = (accountId: string, now: number): Promise<void> =>
  dropWhere({ accountId }, now)

/** Nothing that waits and names this person is sent to anybody any more. */
export const dropPushesAbout = (whom: string, now: number): Promise<void> =>
  dropWhere({ whom }, now)

/** What names this person is gone, sent or not. */
export const removePushesAbout = (whom: string): Promise<void> =>
  through(
    () => pushes.list({ where: { whom }, limit: BATCH, fields: ['_id'] }),
    (found) => eachOf(found, WIDTH, ({ _id }) => pushes.remove(_id)),
  )

export const removeQuestionsOf = (residentId: string): Promise<void> =>
  through(
    () => questions.list({ where: { residentId }, limit: BATCH, fields: ['_id'] }),
    (found) => eachOf(found, WIDTH, ({ _id }) => questions.remove(_id)),
  )

export const removeCallsOf = (residentId: string): Promise<void> =>
  through(
    () => calls.list({ where: { residentId }, limit: BATCH, fields: ['_id'] }),
    (found) => eachOf(found, WIDTH, ({ _id }) => calls.remove(_id)),
  )

/** What was one record's is another's. */
export async function moveAll(residentId: string, into: string): Promise<void> {
  const of = { where: { residentId }, limit: BATCH, fields: ['_id'] }
  await through(
    () => questions.list(of),
    async (found) => {
      await questions.updateMany(idsOf(found), { residentId }, { residentId: into })
    },
  )
  await through(
    () => calls.list(of),
    async (found) => {
      await calls.updateMany(idsOf(found), { residentId }, { residentId: into })
    },
  )
  await through(
    () => pushes.list({ where: { whom: residentId }, limit: BATCH, fields: ['_id'] }),
    async (found) => {
      await pushes.updateMany(idsOf(found), { whom: residentId }, { whom: _.set(into) })
    },
  )
}
