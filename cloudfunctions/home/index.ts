import { home } from '../../types/contract/home'
import { serve } from '../shared/serve'
import { view } from './view'

export const main = serve('home', home, { view })
