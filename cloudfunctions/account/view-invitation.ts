import { account } from '../../types/contract/account'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { readInvitation } from './invitation'
import { presentInvitation } from './roles.query'

export const viewInvitation = handle(account.viewInvitation, async ({ now }, { code }) => {
  const found = await readInvitation(code, now)
  return typeof found === 'string' ? refuse(found) : presentInvitation(found, now)
})
