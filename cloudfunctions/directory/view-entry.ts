import { directory } from '../../types/contract/directory'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { placeOf } from '../shared/standing'
import { findEntry } from './directory.query'
import { presentEntry } from './directory.rules'

export const viewEntry = handle(directory.viewEntry, async (call, { entryId }) => {
  const entry = await findEntry(placeOf(call), entryId)
  return entry ? presentEntry(entry, call.now) : refuse('NOT_FOUND')
})
