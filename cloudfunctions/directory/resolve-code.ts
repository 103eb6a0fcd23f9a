import { directory } from '../../types/contract/directory'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { findByCode } from './directory.query'
import { presentEntry } from './directory.rules'

export const resolveCode = handle(directory.resolveCode, async ({ now }, { token }) => {
  const entry = await findByCode(token)
  return entry ? presentEntry(entry, now) : refuse('CODE_UNKNOWN')
})
