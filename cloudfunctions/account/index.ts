import { serve } from '../shared/serve'
import { agree } from './agree'
import { me } from './me'

export const main = serve('account', { me, agree })
