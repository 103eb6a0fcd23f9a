import { account } from '../../types/contract/account'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { findImport } from './roster/imports.store'
import { presentImport } from './roster/present-import.rules'

export const viewImport = handle(account.viewImport, async ({ post }, { importId, after }) => {
  const found = await findImport(importId)
  if (!found || found.communityId !== post.communityId) return refuse('NOT_FOUND')
  return presentImport(found, after === undefined ? 0 : Number.parseInt(after, 10) || 0)
})
