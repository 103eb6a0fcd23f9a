import { announcement } from '../../types/contract/announcement'
import { serve } from '../shared/serve'
import { listPublished } from './list-published'
import { view } from './view'
import { markOpened } from './mark-opened'
import { confirm } from './confirm'
import { search } from './search'
import { ask } from './ask'
import { listQuestions } from './list-questions'
import { answer } from './answer'
import { reviewQuestion } from './review-question'
import { receipts } from './receipts'
import { callList } from './call-list'
import { listCalling } from './list-calling'
import { revealPhone } from './reveal-phone'
import { recordCall } from './record-call'
import { listDisclosures } from './list-disclosures'
import { downloadDisclosure } from './download-disclosure'
import { unbuilt } from './unbuilt'

export const main = serve('announcement', announcement, {
  listPublished,
  view,
  markOpened,
  confirm,
  search,
  ask,
  listDisclosures,
  downloadDisclosure,
  listWritten: unbuilt(announcement.listWritten),
  viewWritten: unbuilt(announcement.viewWritten),
  prepareUpload: unbuilt(announcement.prepareUpload),
  saveDraft: unbuilt(announcement.saveDraft),
  removeDraft: unbuilt(announcement.removeDraft),
  preview: unbuilt(announcement.preview),
  countReach: unbuilt(announcement.countReach),
  publish: unbuilt(announcement.publish),
  schedule: unbuilt(announcement.schedule),
  unschedule: unbuilt(announcement.unschedule),
  withdraw: unbuilt(announcement.withdraw),
  correct: unbuilt(announcement.correct),
  pin: unbuilt(announcement.pin),
  receipts,
  callList,
  listCalling,
  revealPhone,
  recordCall,
  listQuestions,
  answer,
  reviewQuestion,
})
