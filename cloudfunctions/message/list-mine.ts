import { message } from '../../types/contract/message'
import { handle } from '../shared/serve'
import { listNotices } from './message.query'

export const listMine = handle(message.listMine, (call, { after }) => listNotices(call, after))
