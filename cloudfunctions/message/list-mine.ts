import { message } from '../../types/contract/message'
import { handle } from '../shared/serve'
import { together } from '../shared/together'
import { countUnread, listNotices } from './message.query'

export const listMine = handle(message.listMine, async ({ openid }, { after }) => {
  const [page, unread] = await together([listNotices(openid, after), countUnread(openid)])
  return { ...page, unread }
})
