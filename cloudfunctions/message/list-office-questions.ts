import { LIMITS } from '../../types/contract/limits'
import { message } from '../../types/contract/message'
import { pageOf } from '../shared/list-key.rules'
import { handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { presentOffice } from './office.present'
import { listOfOffice } from './office.query'

export const listOfficeQuestions = handle(
  message.listOfficeQuestions,
  async ({ post, now }, { state, after }) => {
    const states = state ? [state] : (['held', 'waiting'] as const)
    const most = LIMITS.questionPage
    const found = await listOfOffice(communityOf(post), states, after, most + 1)
    const { items, ...next } = pageOf(found, most, (doc) => doc)
    return { items: await presentOffice(items, now), ...next }
  },
)
