import type { OfferedTemplate } from '../../types/contract/message-inbox'
import { ask } from '../lib/ask'
import type { Answers } from './ask-wechat.model'
import { CLOUD_TEXT } from './cloud.text'
import { currentOpenid } from './person.h5'

/**
 * In the demonstration, where there is no WeChat to ask: our sheet asks in its place, and the local cloud is
 * told, as the phone of that person would have told WeChat.
 */
export async function askWeChat(templates: readonly OfferedTemplate[]): Promise<Answers> {
  const accept = await ask(CLOUD_TEXT.mayTell)
  const openid = await currentOpenid()
  try {
    for (const { templateId } of templates) {
      const body = JSON.stringify({ openid, templateId, accept })
      const answer = await fetch('/subscriptions', { method: 'POST', body })
      if (!answer.ok) return { accepted: [], refused: [] }
    }
  } catch {
    return { accepted: [], refused: [] }
  }
  const names = templates.map(({ name }) => name)
  return accept ? { accepted: names, refused: [] } : { accepted: [], refused: names }
}
