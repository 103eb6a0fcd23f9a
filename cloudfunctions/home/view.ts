import { home } from '../../types/contract/home'
import { viewMe } from '../account/account.query'
import { forHome } from '../booking/booking.query'
import { handle } from '../shared/serve'
import { together } from '../shared/together'

export const view = handle(home.view, async (call) => {
  const { subject, now } = call
  const [me, booking] = await together([
    viewMe(call),
    subject ? forHome(subject, now) : Promise.resolve(undefined),
  ])
  return { me, ...(booking ? { booking } : {}) }
})
