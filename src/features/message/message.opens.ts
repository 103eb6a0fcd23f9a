import type { NoticeFact } from '../../../types/contract/message-inbox'
import {
  goHome,
  openAnnouncement,
  openAskStaff,
  openDeskCallList,
  openDeskOffice,
  openDeskQuestions,
  openHelping,
  openMyBookings,
  openTab,
} from '../../lib/routes'

/** Where a message leads: to what it is about, or to the screen where something is to be done. */
export function openAbout(about: NoticeFact): void {
  switch (about.kind) {
    case 'announced':
    case 'questionAnswered':
      return void openAnnouncement(about.announcementId)
    case 'officeAnswered':
      return void openAskStaff()
    case 'bookingCancelled':
    case 'bookingMoved':
    case 'bookingReminder':
    case 'bookingMade':
    case 'bookingMissed':
    case 'offerMade':
    case 'offerLapsed':
    case 'waitEnded':
      // Of somebody the reader acts for: their bookings are seen by acting for them.
      return void (about.name === undefined ? openMyBookings() : openHelping())
    case 'helpAnswered':
    case 'helperBegan':
    case 'helpingEnded':
      return void openHelping()
    case 'joinAnswered':
      return void goHome()
    case 'roleGiven':
    case 'roleEnded':
      return void openTab('me')
    case 'questionAsked':
      return void openDeskQuestions()
    case 'officeAsked':
    case 'officeDue':
      return void openDeskOffice()
    case 'callsDue':
      return void openDeskCallList(about.region, about.announcementId)
  }
}
