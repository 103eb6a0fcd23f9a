import { home } from '../../types/contract/home'
import { viewMe } from '../account/account.query'
import { forHome as announcementForHome } from '../announcement/home.query'
import { forHome } from '../booking/booking.query'
import { homeMessage } from '../message/home.query'
import { handle } from '../shared/serve'
import { together } from '../shared/together'

export const view = handle(home.view, async (call) => {
  const { subject, now, actor, by, openid } = call
  const [me, booking, announcement, message] = await together([
    viewMe(call),
    subject ? forHome(subject, now) : Promise.resolve(undefined),
    announcementForHome(call),
    actor && !by ? homeMessage({ openid, actor, subject, now }) : Promise.resolve(undefined),
  ])
  return {
    me,
    announcement,
    ...(booking ? { booking } : {}),
    ...(message ? { message } : {}),
  }
})
