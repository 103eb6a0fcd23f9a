import type { NoticeFact, TemplateName } from '../../types/contract/message-inbox'

/** Where a tap on WeChat's message leads. */
export const INBOX_PAGE = 'pages/messages/index'

/** How a fact reaches people besides their inbox. */
export interface Outlet {
  template: TemplateName
  /** What opens at a tap; some page of the program, with what it reads of its address. */
  page: string
  /** When it is or was, epoch ms, where the fact itself says so. */
  time?: number
  place?: string
  /** Is sent at any hour, to one account before the call answers, and rather twice than not at all. */
  urgent: boolean
}

/** By which template a fact is sent, and what it opens; `about` as the inbox has it. */
export function outletOf(about: NoticeFact): Outlet {
  switch (about.kind) {
    case 'bookingCancelled':
    case 'bookingMoved':
    case 'bookingMissed':
      return ofVisit(about)
    case 'bookingMade':
    case 'bookingReminder':
      return { ...ofVisit(about), place: about.place }
    case 'offerMade':
      return { ...ofVisit(about), time: about.until }
    case 'offerLapsed':
    case 'waitEnded':
      return ofVisit(about)
    case 'joinAnswered':
      return { template: 'result', page: 'pages/home/index', place: about.place, urgent: false }
    case 'helperBegan':
      // Somebody may act in one's name from this moment on: whoever did not want that must be able to end it.
      return { template: 'result', page: 'pages/helping/index', urgent: true }
    case 'helpAnswered':
    case 'helpingEnded':
      return { template: 'result', page: 'pages/helping/index', urgent: false }
    case 'roleGiven':
    case 'roleEnded':
      return { template: 'result', page: INBOX_PAGE, place: about.place, urgent: false }
    case 'announced':
      return {
        template: 'announcement',
        page: announcementPage(about.announcementId),
        urgent: about.category === 'emergency',
      }
    case 'questionAnswered':
      return { template: 'reply', page: announcementPage(about.announcementId), urgent: false }
    case 'officeAnswered':
      return { template: 'reply', page: INBOX_PAGE, urgent: false }
    case 'questionAsked':
    case 'officeAsked':
    case 'callsDue':
      return { template: 'work', page: INBOX_PAGE, urgent: false }
    case 'officeDue':
      return { template: 'work', page: INBOX_PAGE, time: about.dueAt, urgent: false }
  }
}

/** Whoever acts for the person sees their visits only while acting. */
const ofVisit = ({ name, startsAt }: { name?: string | undefined; startsAt: number }): Outlet => ({
  template: 'booking',
  page: name === undefined ? 'pages/my-bookings/index' : INBOX_PAGE,
  time: startsAt,
  urgent: false,
})

const announcementPage = (id: string): string =>
  `pages/announcement/index?id=${encodeURIComponent(id)}`

/**
 * Must the reader hear of it, whatever it takes? That somebody may act in one's name from now on: who has not
 * read it a day later, and was sent no message, is called by staff.
 */
export const mustReach = ({ kind }: NoticeFact): boolean => kind === 'helperBegan'
