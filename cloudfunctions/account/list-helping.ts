import { account } from '../../types/contract/account'
import { handle } from '../shared/serve'
import { viewHelping } from './helping.query'

export const listHelping = handle(account.listHelping, (call) =>
  viewHelping({ ...call, desk: call.by?.kind === 'desk' }),
)
