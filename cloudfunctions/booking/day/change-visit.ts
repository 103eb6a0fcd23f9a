import type { Visit } from '../../../types/contract/booking-visits'
import { refuse } from '../../shared/errors'
import { type Tap, tapSeen } from '../../shared/taps'
import { type Found, loadVisit, type Which, type Worker } from './loading'
import { changed, changeRow, type RowChange } from './rows.store'
import { presentOne } from './visits.query'

/** How often a call looks again after another came between. */
const TRIES = 4

/** What is to be written, or null where it is so already; a refusal ends the call. */
export type Deciding = (found: Found) =>
  | Promise<{ change: RowChange; conditions?: Record<string, unknown> } | null>
  | {
      change: RowChange
      conditions?: Record<string, unknown>
    }
  | null

/** Changes the row of a visit by one conditional update, and answers with the visit as it is then. */
export async function changeVisit(
  call: Worker & { tap: Tap },
  which: Which,
  decide: Deciding,
): Promise<Visit> {
  const { slot, row } = await changeFound(call, which, decide)
  return presentOne(slot, { ...which, row })
}

/** The same, for whoever has more to do with it. */
export async function changeFound(
  call: Worker & { tap: Tap },
  which: Which,
  decide: Deciding,
): Promise<Found> {
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await loadVisit(call, which)
    const seen = tapSeen(found.row.taps ?? [], call.tap)
    if (seen === 'reused') return refuse('TAP_REUSED')
    const decided = seen === 'same' ? null : await decide(found)
    if (!decided) return found
    const { change, conditions } = decided
    if (await changeRow(found.row, call.tap, change, conditions))
      return { ...found, row: changed(found.row, change, call.tap) }
  }
  return refuse('BUSY')
}
