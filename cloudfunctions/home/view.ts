import { home } from '../../types/contract/home'
import { viewMe } from '../account/account.query'
import { forHome } from '../booking/booking.query'
import type { Account, Resident } from '../shared/actor'
import { handle } from '../shared/serve'
import { together } from '../shared/together'

export const view = handle(home.view, { who: 'anyone' }, async ({ actor, now }) => {
  const [me, booking] = await together([
    viewMe(actor),
    isResident(actor) ? forHome(actor, now) : Promise.resolve(undefined),
  ])
  return { me, ...(booking ? { booking } : {}) }
})

const isResident = (actor: Account | null): actor is Resident =>
  actor?.residentId !== undefined && actor.communityId !== undefined
