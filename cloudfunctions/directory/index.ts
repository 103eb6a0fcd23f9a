import { directory } from '../../types/contract/directory'
import { serve } from '../shared/serve'
import { listEntries } from './list-entries'
import { resolveCode } from './resolve-code'
import { viewEntry } from './view-entry'

export const main = serve('directory', directory, { listEntries, viewEntry, resolveCode })
