import { addVisit } from './add-visit'
import { cancelVisit } from './cancel-visit'
import { checkInAtDesk } from './check-in-at-desk'
import { complete } from './complete'
import { exportDay } from './export-day'
import { listDay } from './list-day'
import { listRatings } from './list-ratings'
import { listWeek } from './list-week'
import { markNoShow } from './mark-no-show'
import { moveVisit } from './move-visit'
import { rate } from './rate'
import { readResult } from './read-result'
import { releaseLate } from './release-late'
import { revealVisitPhone } from './reveal-visit-phone'
import { reviewRating } from './review-rating'
import { saveResult } from './save-result'
import { undoMark } from './undo-mark'
import { useFigures } from './use-figures'
import { viewResult } from './view-result'
import { viewVisit } from './view-visit'

/** The operations of the day, of providers and of staff. */
export const workOnTheDay = {
  listDay,
  listWeek,
  viewVisit,
  revealVisitPhone,
  checkInAtDesk,
  markNoShow,
  undoMark,
  releaseLate,
  complete,
  cancelVisit,
  moveVisit,
  addVisit,
  saveResult,
  readResult,
  viewResult,
  rate,
  listRatings,
  reviewRating,
  exportDay,
  useFigures,
}
