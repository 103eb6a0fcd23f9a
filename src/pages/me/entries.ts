import type { FunctionComponent } from 'react'
import { AccountEntries } from '../../features/account/account.entry'
import { AnnouncementEntries } from '../../features/announcement/announcement.entry'
import { BookingEntry } from '../../features/booking/booking.entry'
import { CareEntries } from '../../features/booking/care/care.entry'
import { DeskHomeEntry } from '../../features/account/desk.entry'
import { DirectoryEntry } from '../../features/directory/directory.entry'
import { AskStaffEntry } from '../../features/message/message.entry'

/** The rows of 我的, from top to bottom. A feature joins by adding its own here. */
export const ME_ENTRIES: readonly FunctionComponent[] = [
  DeskHomeEntry,
  BookingEntry,
  CareEntries,
  AnnouncementEntries,
  AskStaffEntry,
  DirectoryEntry,
  AccountEntries,
]
