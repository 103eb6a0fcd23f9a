import { account } from '../../types/contract/account'
import { keyRing } from '../shared/keys'
import { handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { openOf } from './resident.query'
import { getResidentOf } from './residents.store'

/** Who looks, at which fields and why stands in the audit trail before this runs: see shared/trace.ts. */
export const revealResident = handle(
  account.revealResident,
  async ({ post }, { residentId, fields }) => {
    const resident = await getResidentOf(communityOf(post), residentId)
    const ring = await keyRing()
    return Object.fromEntries(
      fields.flatMap((field) => {
        const text = openOf(ring, resident, field)
        return text === null ? [] : [[field, text]]
      }),
    )
  },
)
