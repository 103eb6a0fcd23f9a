import { message } from '../../types/contract/message'
import { serve } from '../shared/serve'
import { listMine } from './list-mine'
import { markRead } from './mark-read'
import { unbuilt } from './unbuilt'

export const main = serve('message', message, {
  listMine,
  markRead,
  recordAcceptance: unbuilt(message.recordAcceptance),
  askStaff: unbuilt(message.askStaff),
  listAsked: unbuilt(message.listAsked),
  listOfficeQuestions: unbuilt(message.listOfficeQuestions),
  answerOfficeQuestion: unbuilt(message.answerOfficeQuestion),
  reviewOfficeQuestion: unbuilt(message.reviewOfficeQuestion),
  listCalls: unbuilt(message.listCalls),
  recordCall: unbuilt(message.recordCall),
})
