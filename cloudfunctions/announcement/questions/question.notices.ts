import { accountOf } from '../../shared/hearers'
import { tell, type Told } from '../../shared/notices'
import { HOUR } from '../../shared/time'
import type { QuestionDoc } from '../announcement.docs'
import { workersOn } from '../reading.rules'
import { holdersNear } from '../holders.query'

type Asked = Pick<
  QuestionDoc,
  '_id' | 'announcementId' | 'communityId' | 'region' | 'title' | 'author' | 'askedAt' | 'state'
> &
  Pick<QuestionDoc, 'residentId' | 'typedBy' | 'by' | 'answer'>

/**
 * Tells whoever must know how a question stands: the office that it was asked, the asker that it has an answer or
 * was refused. What is asked within an hour below one announcement is one notice.
 */
export async function tellOfQuestion(question: Asked, now: number): Promise<void> {
  const { announcementId, communityId, region, title, state } = question
  const common = { communityId, region, at: now }
  if (state === 'waiting' || state === 'held') {
    const about = {
      kind: 'questionAsked' as const,
      announcementId,
      title,
      held: state === 'held',
    }
    const hour = Math.floor(question.askedAt / HOUR)
    const fact = `${announcementId}_${state}_${hour}`
    const staff = await holdersNear(region, workersOn(question), now)
    return tell(staff.map((accountId): Told => ({ ...common, accountId, about, fact })))
  }
  if (state !== 'answered' && state !== 'refused') return
  const about = { kind: 'questionAnswered' as const, answer: state, announcementId, title }
  const fact = `${question._id}_${state}`
  const { residentId } = question
  const asker = residentId === undefined ? undefined : await accountOf(residentId)
  const hearers = [asker, question.by === 'helper' ? question.typedBy : undefined]
  const told = [...new Set(hearers)].filter((one) => one !== undefined)
  return tell(told.map((accountId): Told => ({ ...common, accountId, about, fact })))
}
