import Taro from '@tarojs/taro'

/** Every way from one screen to another: features meet here and not through imports. */
const to = (page: string, params: Record<string, string> = {}) => {
  const query = Object.entries(params)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  return { url: `/pages/${page}/index${query && `?${query}`}` }
}

/** The four roots of the program, with the tab bar below. */
export type TabName = 'home' | 'services' | 'messages' | 'me'
export const openTab = (name: TabName) => Taro.switchTab(to(name))

export const openServices = () => openTab('services')
export const openService = (serviceId: string) => Taro.navigateTo(to('service', { serviceId }))
/** `day`: the slot's day, by which one that the service's first list lacks is found. */
export const openConfirm = (serviceId: string, slotId: string, day: string) =>
  Taro.navigateTo(to('confirm', { serviceId, slotId, day }))
export const openMyBookings = () => Taro.navigateTo(to('my-bookings'))
export const openBooking = (bookingId: string) => Taro.navigateTo(to('booking', { bookingId }))
export const openChangeTime = (bookingId: string, serviceId: string) =>
  Taro.navigateTo(to('change-time', { bookingId, serviceId }))
/** How a visit was, and what was written of it. */
export const openAfterVisit = (bookingId: string) =>
  Taro.navigateTo(to('after-visit', { bookingId }))
export const openFamily = () => Taro.navigateTo(to('family'))
export const openReading = () => Taro.navigateTo(to('reading'))
export const openPickDay = (serviceId: string) => Taro.navigateTo(to('pick-day', { serviceId }))
export const openPickTime = (serviceId: string, day: string) =>
  Taro.navigateTo(to('pick-time', { serviceId, day }))
export const openDirectory = () => Taro.navigateTo(to('directory'))
export const openEntry = (entryId: string) => Taro.navigateTo(to('entry', { entryId }))
export const openJoin = () => Taro.navigateTo(to('join'))
/** With a household's code as it was scanned: only who one is remains to be said. */
export const replaceWithJoin = (code: string) => Taro.redirectTo(to('join', { code }))
export const openHelping = () => Taro.navigateTo(to('helping'))
/** Back to the list, which now has the one just registered. */
export const replaceWithHelping = () => {
  const stack = Taro.getCurrentPages()
  const before = stack[stack.length - 2]
  return before?.route?.includes('pages/helping')
    ? Taro.navigateBack()
    : Taro.redirectTo(to('helping'))
}
export const openAddDependent = () => Taro.navigateTo(to('add-dependent'))
export const openPhone = () => Taro.navigateTo(to('phone'))
export const openScan = () => Taro.navigateTo(to('scan'))
/** Who comes today, or on another day. */
export const openDesk = (day = '') => Taro.navigateTo(to('desk', day ? { day } : {}))
/** The week of a day in figures. */
export const openDeskWeek = (day: string) => Taro.navigateTo(to('desk-week', { day }))
/** A place for somebody who stands at the desk, or calls. */
/** `place`: where this time is given. */
export const openDeskAdd = (serviceId: string, slotId: string, place: string) =>
  Taro.navigateTo(to('desk-add', { serviceId, slotId, place }))
export const openMessages = () => openTab('messages')
export const openAnnouncements = () => Taro.navigateTo(to('announcements'))
export const openAnnouncement = (id: string) => Taro.navigateTo(to('announcement', { id }))
/** In the place of one that is of no use to its reader. */
export const replaceWithAnnouncements = () => Taro.redirectTo(to('announcements'))
export const openDisclosures = () => Taro.navigateTo(to('disclosures'))
export const openAskStaff = () => Taro.navigateTo(to('ask-staff'))
/** What the card of an announcement opens, on whichever phone it is tapped; without one it opens home. */
export const cardPath = (id?: string): string =>
  id === undefined ? to('home').url : to('announcement', { id }).url
/** Whether this screen was the first to be opened, as from a card. */
export const isFirst = () => Taro.getCurrentPages().length <= 1
export const openPrivacy = () => Taro.navigateTo(to('privacy'))
export const openMyData = () => Taro.navigateTo(to('my-data'))
export const openTraces = () => Taro.navigateTo(to('traces'))
export const openHeads = () => Taro.navigateTo(to('heads'))
export const openEraseMe = () => Taro.navigateTo(to('erase-me'))
export const openClaim = () => Taro.navigateTo(to('claim'))
export const openDeskHome = () => Taro.navigateTo(to('desk-home'))
export const openDeskRequests = () => Taro.navigateTo(to('desk-requests'))
export const openDeskPeople = () => Taro.navigateTo(to('desk-people'))
/** One person's card. */
export const openDeskPerson = (residentId: string) =>
  Taro.navigateTo(to('desk-people', { residentId }))
export const openDeskImport = () => Taro.navigateTo(to('desk-import'))
export const openDeskRoles = () => Taro.navigateTo(to('desk-roles'))
export const openDeskPlaces = () => Taro.navigateTo(to('desk-places'))
export const openDeskAudit = () => Taro.navigateTo(to('desk-audit'))
export const openDeskAnnouncements = () => Taro.navigateTo(to('desk-announcements'))
/** One announcement of a region to write on or to look after; '' begins one. */
export const openDeskAnnouncement = (region: string, announcementId = '') =>
  Taro.navigateTo(to('desk-announcement', { id: announcementId, region }))
export const openDeskReceipts = (region: string, announcementId: string) =>
  Taro.navigateTo(to('desk-receipts', { id: announcementId, region }))
/** Who they are that the receipts count; `choice`: of `chose`, which one. */
export const openDeskReaders = (
  region: string,
  announcementId: string,
  which: string,
  choice?: string,
) =>
  Taro.navigateTo(
    to('desk-readers', { id: announcementId, region, which, ...(choice ? { choice } : {}) }),
  )
/** Everything that waits for a call. */
export const openDeskCalls = () => Taro.navigateTo(to('desk-calls'))
/** Whom to call about one announcement. */
export const openDeskCallList = (region: string, announcementId: string) =>
  Taro.navigateTo(to('desk-call-list', { id: announcementId, region }))
/** What was asked below announcements. */
export const openDeskQuestions = () => Taro.navigateTo(to('desk-questions'))
/** What residents ask the office. */
export const openDeskOffice = () => Taro.navigateTo(to('desk-office'))
/** One's own code, and the digits of the next visit. */
export const openMyCode = () => Taro.navigateTo(to('my-code'))
/** What the government grants, and how much of it is left. */
export const openSubsidy = () => Taro.navigateTo(to('subsidy'))
/** Today's visits to homes, for whoever makes them. */
export const openDeskVisits = () => Taro.navigateTo(to('desk-visits'))
/** What of them the government pays for, and what somebody should look at. */
export const openDeskCare = () => Taro.navigateTo(to('desk-care'))
/** What people said of services. */
export const openDeskRatings = () => Taro.navigateTo(to('desk-ratings'))
/** How services are used, in figures. */
export const openDeskUse = () => Taro.navigateTo(to('desk-use'))
/** What the government grants one person. */
export const openDeskEntitlements = (residentId: string) =>
  Taro.navigateTo(to('desk-entitlements', { residentId }))
/** The services that somebody keeps. */
export const openDeskServices = () => Taro.navigateTo(to('desk-services'))
/** One of them, at one of its parts; '' begins a new one. */
export const openDeskService = (serviceId: string) =>
  Taro.navigateTo(to('desk-service', serviceId ? { serviceId } : {}))
export const replaceWithDeskService = (serviceId: string, part: string) =>
  Taro.redirectTo(to('desk-service', { serviceId, part }))
/** Who gives them. */
export const openDeskProviders = () => Taro.navigateTo(to('desk-providers'))

/** Takes the place of the screen that is done with, so that "back" does not lead into it again. */
export const replaceWithMyBookings = () => Taro.redirectTo(to('my-bookings'))
export const goHome = () => openTab('home')
/** Home, and every other screen closed: what they show, or hold, is of the person who was acted for. */
export const startAgain = () => Taro.reLaunch(to('home'))

/** Back to choosing a time, also when the screen before was never opened. */
export const backToService = (serviceId: string) =>
  Taro.getCurrentPages().length > 1
    ? Taro.navigateBack()
    : Taro.redirectTo(to('service', { serviceId }))

/** Back to choosing a day, also when that screen was never opened. */
export const backToPickDay = (serviceId: string) =>
  Taro.getCurrentPages().length > 1
    ? Taro.navigateBack()
    : Taro.redirectTo(to('pick-day', { serviceId }))

/** Back, or home when this screen was opened directly. */
export const goBack = () => (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : goHome())
