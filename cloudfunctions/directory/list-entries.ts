import { directory } from '../../types/contract/directory'
import { handle } from '../shared/serve'
import { placeOf } from '../shared/standing'
import { listEntries as list } from './directory.query'

export const listEntries = handle(directory.listEntries, async (call, { after }) =>
  list(placeOf(call), call.now, after),
)
