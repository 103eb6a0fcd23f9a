import { account } from '../../types/contract/account'
import { handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { presentCard } from './resident.query'
import { getResidentOf } from './residents.store'

export const viewResident = handle(account.viewResident, async ({ post, now }, { residentId }) =>
  presentCard(await getResidentOf(communityOf(post), residentId), now),
)
