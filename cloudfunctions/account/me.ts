import { account } from '../../types/contract/account'
import { handle } from '../shared/serve'
import { viewMe } from './account.query'

export const me = handle(account.me, viewMe)
