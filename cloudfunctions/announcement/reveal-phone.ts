import { announcement } from '../../types/contract/announcement'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { together } from '../shared/together'
import { callable } from './receipts/callable'
import { isAmong, isCallable } from './receipts/calling.rules'
import { phoneOf } from './receipts/phones.query'
import { findLine } from './receipts/receipts.store'

/** Who looked, and whose number, stands in the audit trail before this runs (shared/trace.ts). */
export const revealPhone = handle(
  announcement.revealPhone,
  async ({ post, now }, { residentId, ...which }) => {
    const [{ doc, within }, found] = await together([
      callable(which, { post, now }),
      findLine(which.announcementId, residentId),
    ])
    const here = found?.lineId === residentId && isAmong(within, found.region)
    if (!here || !isCallable(found.line, doc.must)) return refuse('NOT_FOUND')
    const phone = await phoneOf(found.line)
    if (phone === undefined) return refuse('NOT_FOUND')
    return phone === null ? {} : { phone }
  },
)
