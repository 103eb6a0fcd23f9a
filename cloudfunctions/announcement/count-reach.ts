import { announcement } from '../../types/contract/announcement'
import { handle } from '../shared/serve'
import { keysFor } from './writing/publishing'
import { countReach as count } from './writing/reach.query'

/** An audience that could not be published is refused just so. */
export const countReach = handle(announcement.countReach, (call, { region, audience }) => {
  keysFor({ _id: 'reach', region, audience }, 'audience.')
  return count(audience, call.now)
})
