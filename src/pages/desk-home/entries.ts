import type { FunctionComponent } from 'react'
import { AccountDeskRows } from '../../features/account/desk/desk-rows'
import { AnnouncementDeskRows } from '../../features/announcement/desk/desk.entry'
import { CareDeskRows } from '../../features/booking/care/care-desk.entry'
import { DeskEntry } from '../../features/booking/desk.entry'
import { UseDeskRows } from '../../features/booking/use/use-desk.entry'
import { KeepDeskRow } from '../../features/booking/keep/keep-desk.entry'
import { OfficeDeskRow } from '../../features/message/desk/desk.entry'

/** The rows of the staff's own room, from top to bottom. A feature joins by adding its own here. */
export const DESK_ENTRIES: readonly FunctionComponent[] = [
  DeskEntry,
  CareDeskRows,
  UseDeskRows,
  KeepDeskRow,
  AnnouncementDeskRows,
  OfficeDeskRow,
  AccountDeskRows,
]
