import { message } from '../../types/contract/message'
import { serve } from '../shared/serve'
import { listMine } from './list-mine'
import { markRead } from './mark-read'

export const main = serve('message', message, { listMine, markRead })
