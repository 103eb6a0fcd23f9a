import { LIMITS } from '../../types/contract/limits'
import { message } from '../../types/contract/message'
import { pageOf } from '../shared/list-key.rules'
import { handle } from '../shared/serve'
import { presentAsked } from './office.present'
import { listOfResident } from './office.query'

export const listAsked = handle(message.listAsked, async ({ subject }, { after }) => {
  const found = await listOfResident(subject.residentId, after, LIMITS.questionPage + 1)
  const { items, ...next } = pageOf(found, LIMITS.questionPage, (doc) => doc)
  return { items: await presentAsked(items), ...next }
})
