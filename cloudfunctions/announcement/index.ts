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
import { listReaders } from './list-readers'
import { callList } from './call-list'
import { listCalling } from './list-calling'
import { revealPhone } from './reveal-phone'
import { recordCall } from './record-call'
import { listDisclosures } from './list-disclosures'
import { downloadDisclosure } from './download-disclosure'
import { correct } from './correct'
import { countReach } from './count-reach'
import { listWritten } from './list-written'
import { pin } from './pin'
import { prepareUpload } from './prepare-upload'
import { preview } from './preview'
import { publish } from './publish'
import { removeDraft } from './remove-draft'
import { saveDraft } from './save-draft'
import { schedule, unschedule } from './schedule'
import { viewWritten } from './view-written'
import { withdraw } from './withdraw'

export const main = serve('announcement', announcement, {
  listPublished,
  view,
  markOpened,
  confirm,
  search,
  ask,
  listDisclosures,
  downloadDisclosure,
  listWritten,
  viewWritten,
  prepareUpload,
  saveDraft,
  removeDraft,
  preview,
  countReach,
  publish,
  schedule,
  unschedule,
  withdraw,
  correct,
  pin,
  receipts,
  listReaders,
  callList,
  listCalling,
  revealPhone,
  recordCall,
  listQuestions,
  answer,
  reviewQuestion,
})
