import { message } from '../../types/contract/message'
import { serve } from '../shared/serve'
import { servePushes } from '../shared/serve-pushes'
import { answerOfficeQuestion } from './answer-office-question'
import { askStaff } from './ask-staff'
import { listAsked } from './list-asked'
import { listCalls } from './list-calls'
import { listMine } from './list-mine'
import { listOfficeQuestions } from './list-office-questions'
import { markRead } from './mark-read'
import { recordAcceptance } from './record-acceptance'
import { recordCall } from './record-call'
import { reviewOfficeQuestion } from './review-office-question'
import { takeEvent } from './take-event'

const calls = serve('message', message, {
  listMine,
  markRead,
  recordAcceptance,
  askStaff,
  listAsked,
  listOfficeQuestions,
  answerOfficeQuestion,
  reviewOfficeQuestion,
  listCalls,
  recordCall,
})

/** People's calls, and WeChat's events about what they accept. */
export const main = servePushes(calls, takeEvent)
