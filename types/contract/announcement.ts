import { announcementCalls } from './announcement-calls'
import { announcementDesk } from './announcement-desk'
import { announcementReading } from './announcement-reading'

/** Announcements (公告): written by staff, read by whom they concern, with receipts where they must be. */
export const announcement = { ...announcementReading, ...announcementDesk, ...announcementCalls }
