import { directory } from '../../types/contract/directory'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { findEntry } from './directory.query'
import { presentEntry } from './directory.rules'

export const viewEntry = handle(
  directory.viewEntry,
  { who: 'anyone' },
  async ({ actor, now }, { entryId }) => {
    const entry = await findEntry(actor, entryId)
    return entry ? presentEntry(entry, now) : refuse('NOT_FOUND')
  },
)
