import { serve } from '../shared/serve'
import { view } from './view'

export const main = serve('home', { view })
