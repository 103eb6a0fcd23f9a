import { home } from '../../types/contract/home'
import { viewMe } from '../account/account.query'
import { forHome as announcementForHome } from '../announcement/home.query'
import { forHome } from '../booking/booking.query'
import { countUnread } from '../message/message.query'
import { handle } from '../shared/serve'
import { together } from '../shared/together'

export const view = handle(home.view, async (call) => {
  const { subject, now, actor, by, openid } = call
  const [me, booking, announcement, unread] = await together([
    viewMe(call),
    subject ? forHome(subject, now) : Promise.resolve(undefined),
    announcementForHome(call),
    actor && !by ? countUnread(openid) : Promise.resolve(undefined),
  ])
  return {
    me,
    announcement,
    ...(booking ? { booking } : {}),
    ...(unread === undefined ? {} : { message: { unread, templates: [] } }),
  }
})
