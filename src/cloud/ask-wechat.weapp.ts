import Taro from '@tarojs/taro'
import type { OfferedTemplate } from '../../types/contract/message-inbox'
import type { Answers } from './ask-wechat.model'

/**
 * WeChat's question whether it may send these messages. It has to be asked in the tap itself; whatever goes
 * wrong with it, e.g. in a program whose owner has not set the template up, is no answer.
 */
export async function askWeChat(templates: readonly OfferedTemplate[]): Promise<Answers> {
  const tmplIds = templates.map(({ templateId }) => templateId)
  try {
    const answers = (await Taro.requestSubscribeMessage({
      tmplIds,
      entityIds: [],
    })) as unknown as Record<string, string | undefined>
    const said = (yes: boolean) =>
      templates
        .filter(({ templateId }) => (answers[templateId] === 'accept') === yes)
        .map(({ name }) => name)
    return { accepted: said(true), refused: said(false) }
  } catch {
    return { accepted: [], refused: [] }
  }
}
