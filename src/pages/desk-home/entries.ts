import type { FunctionComponent } from 'react'
import { AccountDeskRows } from '../../features/account/desk/desk-rows'
import { DeskEntry } from '../../features/booking/desk.entry'

/** The rows of the staff's own room, from top to bottom. A feature joins by adding its own here. */
export const DESK_ENTRIES: readonly FunctionComponent[] = [DeskEntry, AccountDeskRows]
