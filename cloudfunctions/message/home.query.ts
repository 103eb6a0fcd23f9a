import { together } from '../shared/together'
import { offeredTemplates } from './credits.query'
import { countUnread, type Reader } from './message.query'

/** What home shows of messages: how many are unread, and for which the phone may ask WeChat. */
export async function homeMessage(reader: Reader) {
  const [unread, templates] = await together([countUnread(reader), offeredTemplates(reader.openid)])
  return { unread, templates }
}
