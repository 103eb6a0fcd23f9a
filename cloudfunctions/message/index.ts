import { message } from '../../types/contract/message'
import { serve } from '../shared/serve'
import { servePushes } from '../shared/serve-pushes'
import { listMine } from './list-mine'
import { markRead } from './mark-read'
import { recordAcceptance } from './record-acceptance'
import { takeEvent } from './take-event'
import { unbuilt } from './unbuilt'

const calls = serve('message', message, {
  listMine,
  markRead,
  recordAcceptance,
  askStaff: unbuilt(message.askStaff),
  listAsked: unbuilt(message.listAsked),
  listOfficeQuestions: unbuilt(message.listOfficeQuestions),
  answerOfficeQuestion: unbuilt(message.answerOfficeQuestion),
  reviewOfficeQuestion: unbuilt(message.reviewOfficeQuestion),
  listCalls: unbuilt(message.listCalls),
  recordCall: unbuilt(message.recordCall),
})

/** People's calls, and WeChat's events about what they accept. */
export const main = servePushes(calls, takeEvent)
