/** Limits that both sides keep. Sizes are in characters unless the name says otherwise. */
export const LIMITS = {
  /** The largest event a function reads (DESIGN.md section 2). */
  eventBytes: 256 * 1024,
  /** The note a resident adds to a booking. */
  bookingNoteChars: 200,
  /** A person's name, and what a building, a unit or a room is called. */
  nameChars: 20,
  placeNameChars: 30,
  /** A reason or a basis: one short sentence. */
  sentenceChars: 100,
  /** People one search shows, masked. */
  foundPeople: 20,
  /** Requests to act for somebody that one person may have waiting, and people one may act for. */
  helpRequests: 5,
  dependents: 10,
  /** Waiting requests on one page of the desk. */
  requestPage: 20,
  /** Wrong tries after which a code is locked: six letters for an hour, six digits for good. */
  codeTries: 10,
  digitTries: 5,
  /** Commands one person may send in a minute before they are refused for a while. */
  commandsAMinute: 60,
  /** The longest span one `booking.listSlots` may ask for. */
  slotRangeDays: 62,
  /** Slots in one page of a list. */
  slotPage: 200,
  /** Services in one page of a list. */
  servicePage: 100,
  /** Entries in one page of the directory. */
  directoryPage: 100,
  /** Past bookings in one page of "my bookings". */
  bookingPage: 20,
  /** Slots whose bookings stand on one page of the desk's day. */
  deskPage: 100,
  /** Messages in one page, and how far unread ones are counted. */
  messagePage: 50,
  unreadCounted: 100,
  /** An announcement: its title, its body as written, its pictures and files, and how often it is corrected. */
  announcementTitleChars: 60,
  announcementBodyChars: 10_000,
  announcementPictures: 9,
  announcementFiles: 5,
  fileNameChars: 60,
  corrections: 10,
  accountsLines: 50,
  choices: 5,
  /** Hours after which people are called about an emergency that says nothing else. */
  emergencyCallHours: 4,
  choiceChars: 12,
  /** Keys one audience has, and residents one that is named has. */
  audienceKeys: 10,
  namedAudience: 300,
  /** Announcements on one page. */
  announcementPage: 20,
  searchChars: 30,
  /** People on one page of a call list. */
  callPage: 30,
  questionChars: 300,
  answerChars: 1_000,
  /** Questions one person may have open, to the office and below announcements each. */
  openQuestions: 10,
  questionPage: 20,
  /** Messages of one template that WeChat lets us send somebody, as far as they are counted. */
  messageCredits: 20,
  /** Bookings one resident may have ahead at the same time. */
  liveBookings: 50,
  /** Weeks, and people, that one tap may book for. */
  repeatedWeeks: 12,
  peopleAtOnce: 5,
  /** People who may wait for one slot, and slots one person may wait for. */
  waiting: 300,
  waitsOfOne: 10,
  /** What a service asks before a visit: questions, the length of each, its choices, and an answer in words. */
  serviceQuestions: 6,
  questionAskChars: 40,
  answerChoices: 8,
  answerTextChars: 100,
  serviceNameChars: 20,
  serviceSummaryChars: 40,
  serviceAboutChars: 500,
  serviceLines: 8,
  serviceLineChars: 40,
  servicePictures: 4,
  /** Spans of one weekly pattern, places taken in one slot, and patterns of one service. */
  patternSpans: 14,
  slotCapacity: 300,
  servicePatterns: 10,
  /** Beginnings of one service on one day. */
  slotsADay: 60,
  providerMembers: 100,
  /** People whom somebody of a provider looks for by name and number in 24 hours, found or not. */
  lookupsADay: 30,
  /** What a provider writes of a visit for the person alone, and what the person says of it. */
  resultChars: 500,
  ratingChars: 200,
} as const
