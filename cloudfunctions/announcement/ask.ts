import { announcement } from '../../types/contract/announcement'
import { LIMITS } from '../../types/contract/limits'
import { checkText, type Verdict } from '../shared/content-check'
import { sha256 } from '../shared/digest'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { type Tap, tapSeen } from '../shared/taps'
import { MINUTE } from '../shared/time'
import { together } from '../shared/together'
import type { AnnouncementDoc, QuestionDoc } from './announcement.docs'
import { findAnnouncement } from './announcement.query'
import { tellOfQuestion } from './questions/question.notices'
import { presentQuestion } from './questions/questions.query'
import { countOpen, findQuestion, insertQuestion, settled } from './questions/questions.store'
import { readerOf } from './reader.query'
import { decideReading, isMeant, isOver } from './reading.rules'

/** The id comes from the tap: the same question sent again is the same one. */
const idOf = (openid: string, { tapId }: Tap): string =>
  `q-${sha256(JSON.stringify([openid, tapId])).slice(0, 24)}`

export const ask = handle(announcement.ask, async (call, { announcementId, text }) => {
  const { actor, subject, openid, by, now, tap } = call
  const { residentId, communityId } = subject
  const id = idOf(openid, tap)
  const [doc, { keys }, before, open] = await together([
    findAnnouncement(announcementId),
    readerOf(call),
    findQuestion(id),
    countOpen(residentId, LIMITS.openQuestions),
  ])
  if (before) return again(before, tap, residentId)
  const asked = decide(doc, keys, actor.roles, now)
  if (open >= LIMITS.openQuestions) return refuse('TOO_MANY_QUESTIONS')
  const verdict = await checkText(openid, text)
  if (verdict === 'risky') return refuse('TEXT_REFUSED')
  const question: Omit<QuestionDoc, 'listKey'> = {
    _id: id,
    announcementId,
    communityId,
    region: asked.region,
    title: asked.said.title,
    author: { role: asked.author.role },
    residentId,
    typedBy: openid,
    ...(by ? { by: by.kind } : {}),
    text,
    askedAt: now,
    state: STATE_OF[verdict],
    checkAt: verdict === 'unknown' ? now + MINUTE : now,
    shown: false,
    taps: [tap],
  }
  if ((await insertQuestion(question)) === 'exists') {
    return again((await findQuestion(id)) ?? refuse('BUSY'), tap, residentId)
  }
  if (verdict !== 'unknown') {
    await tellOfQuestion(question, now)
    await settled(id, now)
  }
  return presentQuestion(question, residentId)
})

/** What was not checked in time is checked again by the ticker. */
const STATE_OF: Record<Exclude<Verdict, 'risky'>, QuestionDoc['state']> = {
  pass: 'waiting',
  review: 'held',
  unknown: 'checking',
}

function again(before: QuestionDoc, tap: Tap, residentId: string) {
  return tapSeen(before.taps, tap) === 'same'
    ? presentQuestion(before, residentId)
    : refuse('TAP_REUSED')
}

function decide(
  doc: AnnouncementDoc | null,
  keys: readonly string[],
  roles: Parameters<typeof decideReading>[1]['roles'],
  now: number,
): AnnouncementDoc {
  const how = decideReading(doc, { keys, roles, now })
  if (!doc || how === 'hidden') return refuse('NOT_FOUND')
  if (how === 'others' || !isMeant(keys, doc)) return refuse('NOT_ADDRESSED')
  if (how === 'withdrawn') return refuse('WITHDRAWN')
  if (!doc.questions || isOver(doc, now)) return refuse('NO_QUESTIONS')
  return doc
}
