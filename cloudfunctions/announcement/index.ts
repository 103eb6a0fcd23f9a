import { announcement } from '../../types/contract/announcement'
import { serve } from '../shared/serve'
import { listPublished } from './list-published'
import { view } from './view'
import { markOpened } from './mark-opened'
import { confirm } from './confirm'
import { unbuilt } from './unbuilt'

export const main = serve('announcement', announcement, {
  listPublished,
  view,
  markOpened,
  confirm,
  search: unbuilt(announcement.search),
  ask: unbuilt(announcement.ask),
  listDisclosures: unbuilt(announcement.listDisclosures),
  downloadDisclosure: unbuilt(announcement.downloadDisclosure),
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
  receipts: unbuilt(announcement.receipts),
  callList: unbuilt(announcement.callList),
  listCalling: unbuilt(announcement.listCalling),
  revealPhone: unbuilt(announcement.revealPhone),
  recordCall: unbuilt(announcement.recordCall),
  listQuestions: unbuilt(announcement.listQuestions),
  answer: unbuilt(announcement.answer),
  reviewQuestion: unbuilt(announcement.reviewQuestion),
})
