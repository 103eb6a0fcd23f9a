import { LIMITS } from '../../types/contract/limits'
import { message } from '../../types/contract/message'
import { checkText } from '../shared/content-check'
import { sha256 } from '../shared/digest'
import { refuse } from '../shared/errors'
import { listKeyOf } from '../shared/list-key.rules'
import { handle } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import { together } from '../shared/together'
import type { OfficeQuestionDoc } from './office.docs'
import { presentAsked } from './office.present'
import { afterCheck, officeDueAt } from './office.rules'
import { countOpen, findQuestion } from './office.query'
import { insertQuestion, sealQuestion } from './office.store'

/** WeChat is asked first: what it refuses is not kept. Staff hear of the question within a minute, by the ticker. */
export const askStaff = handle(message.askStaff, async (call, { text }) => {
  const { openid, subject, by, now, tap } = call
  const { residentId, communityId, region } = subject
  const _id = `q-${sha256(`${openid} ${tap.tapId}`).slice(0, 32)}`
  const [before, open, verdict] = await together([
    findQuestion(_id),
    countOpen(residentId, LIMITS.openQuestions),
    checkText(openid, text),
  ])
  if (before) return same(before)
  if (open >= LIMITS.openQuestions) refuse('TOO_MANY_QUESTIONS')
  const checked = afterCheck(verdict, { askedAt: now, now })
  if (checked.state === 'refused') refuse('TEXT_REFUSED')
  const doc = await sealQuestion({
    ...{ _id, communityId, region, residentId, typedBy: openid, text },
    ...(by ? { by: by.kind } : {}),
    ...{ askedAt: now, dueAt: officeDueAt(now) },
    ...(checked.state === 'checking' ? checked : { ...checked, remind: 'asked', remindAt: now }),
    listKey: listKeyOf(now, _id),
    taps: [tap],
  })
  if ((await insertQuestion(doc)) === 'inserted') return shown(doc)
  // The same tap, sent twice at once.
  return same((await findQuestion(_id)) ?? doc)

  function same(asked: OfficeQuestionDoc) {
    if (tapSeen(asked.taps, tap) === 'reused') refuse('TAP_REUSED')
    return shown(asked)
  }
})

async function shown(doc: OfficeQuestionDoc) {
  const [asked] = await presentAsked([doc])
  return asked ?? refuse('NOT_FOUND')
}
