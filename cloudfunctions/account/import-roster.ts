import { account } from '../../types/contract/account'
import { sha256 } from '../shared/digest'
import { refuse } from '../shared/errors'
import { attachUpload, dropUpload, findUpload, readUpload } from '../shared/files'
import { keyRing } from '../shared/keys'
import { handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { dayOf, HOUR } from '../shared/time'
import { findImport, keepFound, openImport } from './roster/imports.store'
import { findBuildings } from './roster/known.store'
import { listIn } from './roster/list-in'
import { planList } from './roster/plan-list'
import { presentImport } from './roster/present-import.rules'

/** How long a tap sent again finds its file still there. */
const FILE_STAYS = HOUR

/**
 * Reads the file, compares it with the people of the community, and keeps what applying it would do.
 * The same tap again goes on where a dead call stopped.
 */
export const importRoster = handle(account.importRoster, async (call, input) => {
  const { openid, post, tap, now } = call
  const { region } = post
  const communityId = communityOf(post)
  const importId = `i-${sha256(JSON.stringify([openid, tap.tapId])).slice(0, 24)}`
  const before = await findImport(importId)
  if (before && before.of !== tap.of) return refuse('TAP_REUSED')
  if (before && before.state !== 'reading') return presentImport(before)

  const upload = await findUpload(input, { who: openid, kind: 'roster', to: importId, now })
  const { _id: uploadId } = upload
  const place = { _id: importId, communityId, region }
  if (!before) await openImport({ ...place, of: tap.of, uploadId, readAt: now })
  if (!(await attachUpload(upload, importId, { now, removeAt: now + FILE_STAYS }))) {
    return refuse('NOT_ALLOWED_FILE')
  }
  const bytes = await readUpload(upload)
  const buildings = await findBuildings(region)
  const list = await listIn(bytes, {
    today: dayOf(now),
    buildings: buildings.map(({ name }) => name),
  })
  if (typeof list === 'string') {
    await dropUpload(uploadId, now)
    return refuse('FILE_UNREADABLE', { fileId: list })
  }
  const ring = await keyRing()
  await keepFound(place, await planList(communityId, list, ring), { ring, now })
  await dropUpload(uploadId, now)
  const read = await findImport(importId)
  return read ? presentImport(read) : refuse('BUSY')
})
