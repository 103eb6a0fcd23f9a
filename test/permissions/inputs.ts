import { demoSlot, planOf, weekOf } from '../support/services'
import type { Contract, OperationName } from '../../types/contract'
import { tokenOf } from '../../types/contract/printed-code'
import type { PlaceId } from './people'

const TALK = demoSlot('health-talk', 'centre2', '2026-11-27', '14:30')

/** The place a call is about: its id, and its path as the call says it. */
export interface Target {
  place: PlaceId
  region: string
}

/** A policy that is not in force: whoever may call at all is told so, and nothing happens. */
const OLD = '2020-01-01'

const CODE = tokenOf('23456789ACE')
const roomIn = (communityId: string) => ({ communityId, building: '1', unit: '1', room: '1101' })
const noticeOf = ({ place, region }: Target) => ({
  region,
  announcementId: `table-notice-${place}`,
})
/** Of a version that was never there: whoever may change it is told that it has changed. */
const changedNotice = (target: Target) => ({ ...noticeOf(target), version: 999 })
/** Of a booking that was never made: whoever works there is told that there is none. */
const visitOf = ({ place }: Target) => ({
  bookingId: `${place}-none_0123`,
  residentId: resident(place, 10),
})
const resident = (place: PlaceId, home: number) => `r-${place}-${home}-1`

/**
 * An input for every operation, about things of one community that are really there; an operation that
 * is not here does not compile. Commands that change who the caller is (agreeing, joining) name a policy
 * that is not in force.
 */
export const INPUTS: { [Name in OperationName]: (target: Target) => Contract[Name]['input'] } = {
  'account.me': () => ({}),
  'account.agree': () => ({ policyVersion: OLD }),
  'account.chooseHome': () => ({
    residentId: 'r-demo-resident',
    householdId: 'h-chunxiao-b5-u1-r903',
  }),
  'account.savePhone': () => ({ typed: '024 5550 0190' }),
  'account.joinHousehold': ({ place }) => ({
    room: roomIn(place),
    name: '李四',
    relation: 'family',
    policyVersion: OLD,
  }),
  'account.withdrawRequest': ({ place }) => ({ requestId: `table-join-${place}` }),
  'account.listRequests': () => ({}),
  'account.answerRequest': ({ place }) => ({
    requestId: `table-join-${place}`,
    answer: 'refuse',
    say: '请到服务站来一趟。',
  }),
  'account.makeHouseholdCode': ({ place }) => ({ householdId: `h-${place}-b1-u1-r101` }),
  'account.listHelping': () => ({}),
  'account.addDependent': ({ place }) => ({
    name: '王秀兰',
    room: roomIn(place),
    relation: 'son',
    scope: 'booking',
    policyVersion: OLD,
  }),
  'account.confirmHelper': ({ place }) => ({ requestId: `table-help-${place}`, code: '000000' }),
  'account.refuseHelper': ({ place }) => ({ requestId: `table-refuse-${place}` }),
  'account.endHelping': () => ({ grantId: 'table-other-grant' }),
  'account.listRoles': ({ region }) => ({ region }),
  'account.invite': ({ region }) => ({ role: 'repairWorker', region, days: 1 }),
  'account.endInvitation': ({ place, region }) => ({
    region,
    invitationId: `table-invitation-${place}`,
  }),
  'account.viewInvitation': () => ({ code: CODE }),
  'account.acceptInvitation': () => ({ code: CODE, policyVersion: OLD }),
  'account.endRole': ({ place, region }) => ({
    ref: `a-table-volunteer-${place}`,
    role: 'volunteer',
    region,
  }),
  'account.claimAdministrator': () => ({ code: CODE, name: '李四', policyVersion: OLD }),
  'account.listPlaces': ({ region }) => ({ within: region }),
  'account.savePlace': ({ region }) => ({ region, name: '社区' }),
  'account.findResident': () => ({ name: '王秀兰' }),
  'account.viewResident': ({ place }) => ({ residentId: resident(place, 10) }),
  // Of a version that was never there: whoever may save is told that it has changed.
  'account.saveResident': ({ place }) => ({
    residentId: resident(place, 10),
    version: 999,
    name: '李四',
  }),
  'account.revealResident': ({ place }) => ({
    residentId: resident(place, 10),
    fields: ['birthDay'],
    reason: 'verify',
  }),
  'account.mergeResidents': ({ place }) => ({
    keepId: resident(place, 30),
    mergedId: resident(place, 31),
  }),
  'account.endResidence': ({ place }) => ({ residentId: resident(place, 20), reason: 'movedOut' }),
  'account.prepareUpload': () => ({ kind: 'roster', ending: 'xlsx', bytes: 1_000 }),
  'account.importRoster': () => ({ uploadId: 'table-upload', fileId: 'cloud://nothing' }),
  'account.viewImport': ({ place }) => ({ importId: `table-import-${place}` }),
  'account.applyImport': ({ place }) => ({ importId: `table-import-${place}` }),
  'account.exportMyData': () => ({}),
  'account.previewErasure': () => ({}),
  'account.eraseMe': () => ({ sure: true }),
  'account.listTraces': () => ({}),
  'account.listAudit': () => ({}),
  'account.listHeads': ({ place }) => ({ communityId: place }),
  'booking.listServices': () => ({}),
  'booking.viewService': () => ({ serviceId: 'chunxiao-health-check' }),
  'booking.listSlots': () => ({
    serviceId: 'chunxiao-health-check',
    fromDay: '2026-11-23',
    toDay: '2026-11-24',
  }),
  'booking.reserve': () => ({ slotId: TALK }),
  'booking.change': () => ({ bookingId: `${TALK}_0123`, slotId: TALK }),
  'booking.cancel': () => ({ bookingId: `${TALK}_0123` }),
  'booking.viewBooking': () => ({ bookingId: `${TALK}_0123` }),
  'booking.joinWaitlist': () => ({ slotId: TALK }),
  'booking.leaveWaitlist': () => ({ slotId: TALK }),
  'booking.acceptOffer': () => ({ slotId: TALK }),
  'booking.listMine': () => ({}),
  'booking.listDay': () => ({}),
  'booking.listWeek': () => ({}),
  'booking.viewVisit': visitOf,
  'booking.revealVisitPhone': visitOf,
  'booking.checkInAtDesk': visitOf,
  'booking.markNoShow': visitOf,
  'booking.undoMark': visitOf,
  'booking.releaseLate': visitOf,
  'booking.complete': visitOf,
  'booking.cancelVisit': (target) => ({ ...visitOf(target), say: '老师请假' }),
  'booking.moveVisit': (target) => ({ ...visitOf(target), slotId: TALK, say: '老师请假' }),
  'booking.addVisit': () => ({ slotId: TALK, name: '张伟', phoneEnd: '0000' }),
  'booking.saveResult': (target) => ({ ...visitOf(target), text: '血压正常' }),
  'booking.readResult': visitOf,
  'booking.viewResult': () => ({ bookingId: `${TALK}_0123` }),
  'booking.rate': () => ({ bookingId: `${TALK}_0123`, stars: 5 }),
  'booking.listRatings': () => ({}),
  'booking.reviewRating': () => ({ ratingId: `${TALK}_0123`, verdict: 'allow' }),
  'booking.exportDay': () => ({ day: '2026-11-27', as: 'csv' }),
  'booking.useFigures': () => ({ fromMonth: '2026-11', toMonth: '2026-11' }),
  'booking.entitlements': () => ({}),
  'booking.residentEntitlements': ({ place }) => ({ residentId: resident(place, 10) }),
  'booking.saveEntitlement': ({ place }) => ({
    residentId: resident(place, 10),
    need: 'bathing',
    unit: 'minute',
    perMonth: 180,
    fromDay: '2026-11-01',
    untilDay: '2027-10-31',
  }),
  'booking.endEntitlement': ({ place }) => ({
    residentId: resident(place, 10),
    entitlementId: 'table-none',
  }),
  'booking.myCode': () => ({}),
  'booking.visitDigits': () => ({ bookingId: `${TALK}_0123` }),
  'booking.listVisits': () => ({}),
  'booking.checkIn': ({ place }) => ({
    bookingId: `${TALK}_0123`,
    residentId: resident(place, 10),
    proof: { kind: 'none', reason: 'other' },
  }),
  'booking.checkOut': ({ place }) => ({
    bookingId: `${TALK}_0123`,
    residentId: resident(place, 10),
    proof: { kind: 'none', reason: 'other' },
  }),
  'booking.downloadCards': () => ({ day: '2026-11-24' }),
  'booking.providerAccount': () => ({}),
  'booking.downloadAccount': ({ place }) => ({ providerId: `${place}-kangning`, month: '2026-11' }),
  'booking.listFlagged': ({ place }) => ({ providerId: `${place}-kangning`, month: '2026-11' }),
  'booking.recordSpotCheck': ({ place }) => ({
    bookingId: `${TALK}_0123`,
    residentId: resident(place, 10),
    result: 'paid',
    say: '电话问过本人。',
  }),
  'booking.listOffered': () => ({}),
  'booking.viewOffered': ({ place }) => ({ serviceId: `${place}-health-check` }),
  'booking.prepareUpload': () => ({ ending: 'jpg', bytes: 1_000 }),
  // Of versions that were never there: whoever may change them is told that they have changed.
  'booking.saveService': ({ place }) => ({
    serviceId: `${place}-health-check`,
    version: 999,
    plan: planOf({ providerId: `${place}-clinic` }),
  }),
  'booking.listProviders': () => ({}),
  'booking.saveProvider': ({ place }) => ({
    providerId: `${place}-clinic`,
    version: 999,
    name: '卫生站',
    members: [],
  }),
  'booking.savePattern': ({ place }) => ({
    serviceId: `${place}-health-check`,
    patternId: `${place}-health-check-week`,
    version: 999,
    plan: weekOf({ capacity: 7 }),
  }),
  'booking.endPattern': ({ place }) => ({
    patternId: `${place}-health-check-week`,
    version: 999,
    lastDay: '2026-12-31',
  }),
  'booking.previewClosing': ({ place }) => ({
    of: 'service',
    serviceId: `${place}-health-check`,
    day: '2027-01-04',
  }),
  'booking.closeDay': ({ place }) => ({
    of: 'service',
    serviceId: `${place}-health-check`,
    day: '2027-01-04',
    say: '停电。',
  }),
  'booking.reopenDay': () => ({ closureId: 'none' }),
  'directory.listEntries': () => ({}),
  'directory.viewEntry': () => ({ entryId: 'chunxiao-desk' }),
  'directory.resolveCode': () => ({ token: CODE }),
  'home.view': () => ({}),
  'message.listMine': () => ({}),
  'message.markRead': () => ({ all: true }),
  'message.recordAcceptance': () => ({ accepted: [], refused: [] }),
  'message.askStaff': () => ({ text: '请问今天几点停水？' }),
  'message.listAsked': () => ({}),
  'message.listOfficeQuestions': () => ({}),
  'message.answerOfficeQuestion': ({ place }) => ({
    questionId: `table-office-${place}`,
    text: '今天不停水。',
  }),
  'message.reviewOfficeQuestion': ({ place }) => ({
    questionId: `table-held-${place}`,
    verdict: 'allow',
  }),
  'message.listCalls': () => ({}),
  'message.recordCall': ({ place }) => ({ callId: `table-call-${place}`, result: 'noAnswer' }),
  'announcement.listPublished': () => ({}),
  'announcement.view': ({ place }) => ({ announcementId: `table-notice-${place}` }),
  'announcement.markOpened': ({ place }) => ({ announcementId: `table-notice-${place}` }),
  'announcement.confirm': ({ place }) => ({ announcementId: `table-notice-${place}` }),
  'announcement.search': () => ({ text: '停水' }),
  'announcement.ask': ({ place }) => ({
    announcementId: `table-notice-${place}`,
    text: '请问几点停水？',
  }),
  'announcement.listDisclosures': () => ({}),
  'announcement.downloadDisclosure': ({ place }) => ({ announcementId: `table-notice-${place}` }),
  'announcement.listWritten': ({ region }) => ({ region }),
  'announcement.viewWritten': ({ region, place }) => ({
    region,
    announcementId: `table-notice-${place}`,
  }),
  'announcement.prepareUpload': ({ region }) => ({
    region,
    kind: 'announcementPicture',
    ending: 'jpg',
    bytes: 1_000,
  }),
  'announcement.saveDraft': ({ region }) => ({
    region,
    plan: {
      content: { title: '停水', body: '', category: 'notice', pictures: [], files: [] },
      audience: { places: [region], public: false },
      questions: false,
    },
  }),
  'announcement.removeDraft': (target) => changedNotice(target),
  'announcement.preview': ({ region }) => ({ region, title: '停水', body: '明天停水。' }),
  'announcement.countReach': ({ region }) => ({
    region,
    audience: { places: [region], public: false },
  }),
  'announcement.publish': (target) => changedNotice(target),
  'announcement.schedule': (target) => ({
    ...changedNotice(target),
    publishAt: Date.UTC(2027, 0, 1),
  }),
  'announcement.unschedule': (target) => changedNotice(target),
  'announcement.withdraw': (target) => ({ ...changedNotice(target), reason: '写错了。' }),
  'announcement.correct': (target) => ({
    ...changedNotice(target),
    reason: '写错了。',
    content: { title: '停水', body: '明天停水。', category: 'notice', pictures: [], files: [] },
  }),
  'announcement.pin': (target) => ({ ...changedNotice(target), pinnedUntil: null }),
  'announcement.receipts': (target) => noticeOf(target),
  'announcement.listReaders': (target) => ({ ...noticeOf(target), which: 'unopened' }),
  'announcement.callList': (target) => noticeOf(target),
  'announcement.listCalling': ({ region }) => ({ region }),
  'announcement.revealPhone': (target) => ({
    ...noticeOf(target),
    residentId: resident(target.place, 10),
  }),
  'announcement.recordCall': (target) => ({
    ...noticeOf(target),
    residentId: resident(target.place, 10),
    result: 'noAnswer',
  }),
  'announcement.listQuestions': ({ region }) => ({ region }),
  'announcement.answer': ({ place, region }) => ({
    region,
    questionId: `table-question-${place}`,
    text: '明天上午九点。',
    show: true,
  }),
  'announcement.reviewQuestion': ({ place, region }) => ({
    region,
    questionId: `table-question-${place}`,
    verdict: 'allow',
  }),
}
