import { directory } from '../../types/contract/directory'
import { handle } from '../shared/serve'
import { listEntries as list } from './directory.query'

export const listEntries = handle(
  directory.listEntries,
  { who: 'anyone' },
  async ({ actor, now }, { after }) => list(actor, now, after),
)
