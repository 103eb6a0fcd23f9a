import { booking } from '../../types/contract/booking'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { serviceKept } from './catalogue/keeper'
import { afterAll, repeatedOf } from './save-pattern'
import { presentPattern } from './times/present-times'
import { changePatternAsRead, findPattern } from './times/times.store'

export const endPattern = handle(
  booking.endPattern,
  async (call, { patternId, version, lastDay }) => {
    const { tap, now } = call
    const before = await findPattern(patternId)
    if (!before) return refuse('NOT_FOUND')
    const { service } = await serviceKept(call, before.serviceId)
    const repeated = repeatedOf(before, call)
    if (repeated) return presentPattern(repeated, service)
    if (before.version !== version) return refuse('CHANGED')
    const changed = await changePatternAsRead(before, { untilDay: lastDay }, { tap, now })
    return presentPattern(changed ?? (await afterAll(patternId, call)), service)
  },
)
