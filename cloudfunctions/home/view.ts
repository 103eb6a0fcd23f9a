import { home } from '../../types/contract/home'
import { viewMe } from '../account/account.query'
import { forHome as announcementForHome } from '../announcement/home.query'
import { forHome } from '../booking/booking.query'
import { homeMessage } from '../message/home.query'
import type { Account, ActsAs } from '../shared/actor'
import { handle } from '../shared/serve'
import { together } from '../shared/together'

export const view = handle(home.view, async (call) => {
  const { subject, now, actor, by, openid } = call
  const [me, booking, announcement, message] = await together([
    viewMe(call),
    subject ? forHome(subject, now) : Promise.resolve(undefined),
    readsFor(call) ? announcementForHome(call) : Promise.resolve(NOTHING_TO_READ),
    actor && !by ? homeMessage({ openid, actor, subject, now }) : Promise.resolve(undefined),
  ])
  return {
    me,
    announcement,
    ...(booking ? { booking } : {}),
    ...(message ? { message } : {}),
  }
})

/** Whoever may book for somebody, and no more, does not see what is announced to them. */
const readsFor = ({ actor, by }: { actor: Account | null; by?: ActsAs | undefined }): boolean =>
  by?.kind !== 'helper' ||
  actor?.grants.find(({ grantId }) => grantId === by.grantId)?.scope === 'everything'

const NOTHING_TO_READ = { rows: [], unread: 0, toDo: 0 }
