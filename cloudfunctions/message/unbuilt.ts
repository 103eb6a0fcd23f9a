import type { Operation } from '../../types/contract/operation'
import { refuse } from '../shared/errors'
import { handle, type Handler } from '../shared/serve'

export const unbuilt = (declared: Operation): Handler =>
  handle(declared, () => Promise.resolve(refuse('NOT_READY')))
