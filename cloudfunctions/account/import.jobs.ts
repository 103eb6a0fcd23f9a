import { keyRing } from '../shared/keys'
import { describeError, log } from '../shared/log'
import { SealUnreadable } from '../shared/seal'
import { MINUTE } from '../shared/time'
import { applyRows } from './roster/apply-rows'
import type { ImportDoc } from './roster/import.docs'
import {
  closeImport,
  findDueImports,
  findImport,
  openRows,
  passRows,
  putOffImport,
} from './roster/imports.store'
import { getCommunity } from './roster/known.store'

/** Imports looked at in one run, and rounds of 100 rows that one of them is gone on with. */
const IMPORTS = 20
const ROUNDS = 20
/** How long an import waits that could not be gone on with. */
const LATER = 5 * MINUTE

/** Goes on with imports that staff have started, and forgets those they have not. Safe to repeat. */
export async function goOnWithImports(now: number): Promise<Record<string, number>> {
  let applied = 0
  for (const due of await findDueImports(now, IMPORTS)) {
    try {
      applied += await goOn(due, now)
    } catch (error) {
      log('error', 'import stands still', { id: due._id, ...describeError(error) })
      // Rows that no key opens any more will not open later either.
      if (error instanceof SealUnreadable) await closeImport(due, 'failed')
      else await putOffImport(due._id, now + LATER)
    }
  }
  return { applied }
}

async function goOn(due: ImportDoc, now: number): Promise<number> {
  if (due.state !== 'running') {
    await closeImport(due, due.state === 'done' ? 'done' : 'failed')
    return 0
  }
  const ring = await keyRing()
  const community = await getCommunity(due.communityId)
  let applied = 0
  for (let round = 0; round < ROUNDS; round++) {
    const running = await findImport(due._id)
    if (running?.state !== 'running') break
    if (running.next >= running.chunks) {
      await closeImport(running, 'done')
      break
    }
    const rows = await openRows(running, ring)
    const outcome = await applyRows(rows, { running, community, ring, now })
    if (await passRows(running, outcome)) applied += rows.length
  }
  return applied
}
