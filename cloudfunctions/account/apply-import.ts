import { account } from '../../types/contract/account'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import { findImport, startImport } from './roster/imports.store'
import { presentImport } from './roster/present-import.rules'

/** From here the ticker goes on by itself (import.jobs.ts); a second tap changes nothing. */
export const applyImport = handle(
  account.applyImport,
  async ({ actor, post, tap }, { importId }) => {
    const found = await findImport(importId)
    if (!found || found.communityId !== post.communityId) return refuse('NOT_FOUND')
    if (tapSeen(found.taps, tap) === 'reused') return refuse('TAP_REUSED')
    if (found.state === 'read') await startImport(importId, { ref: actor.ref, post, tap })
    const after = await findImport(importId)
    return after && after.state !== 'reading' && after.state !== 'failed'
      ? presentImport(after)
      : refuse('NOT_FOUND')
  },
)
