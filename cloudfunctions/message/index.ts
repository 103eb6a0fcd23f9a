import { serve } from '../shared/serve'
import { listMine } from './list-mine'
import { markRead } from './mark-read'

export const main = serve('message', { listMine, markRead })
