import type { ReactNode } from 'react'
import type { Contract } from '../../../../types/contract'
import type { Visit } from '../../../../types/contract/booking-visits'
import { updateQuery } from '../../../cloud/query-cache'

/** Puts a sheet over the screen, or takes it away. */
export type Sheets = (sheet: ReactNode) => void

/** What is being done with a visit: looked at, ended with an amount, written of, moved. */
export type Doing = 'look' | 'complete' | 'result' | 'move'

/** Which visit, and whose, as commands name it. */
export const whichOf = ({ bookingId, residentId }: Visit) => ({ bookingId, residentId })

/** Shows a visit as a command replied it. */
export const showVisit = (visit: Contract['booking.viewVisit']['output']): void =>
  updateQuery('booking.viewVisit', whichOf(visit), undefined, () => visit)

/** Whom a place is for, as the search found them: the name is masked. */
export interface Person {
  residentId: string
  name: string
}
