import { account } from '../../types/contract/account'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import { viewMe } from './account.query'
import { changeAccount, findAccount } from './account.store'
import { currentHome, sameHome } from './homes.rules'

export const chooseHome = handle(account.chooseHome, async (call, wanted) => {
  const { actor, openid, tap, now } = call
  const seen = tapSeen(actor.taps, tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  const home = actor.homes.find((one) => sameHome(one, wanted))
  if (!home) return refuse('NOT_FOUND')
  if (seen === 'new' && !(await changeAccount(openid, {}, currentHome(home), tap))) {
    return refuse('BUSY')
  }
  return viewMe({ actor: await findAccount(openid), subject: null, now })
})
