import { useCallback } from 'react'
import type { OfferedTemplate, TemplateName } from '../../types/contract/message-inbox'
import { templatesToAsk } from './ask-messages.rules'
import { askWeChat } from './ask-wechat'
import { callPatiently } from './call-patiently'
import { updateQuery } from './query-cache'
import { makeTapId } from './tap'
import { useKnown } from './use-query'

/** What the person has said no to since the program started. */
const refused = new Set<TemplateName>()
let asking = false

/**
 * Asks, at a tap whose outcome the person will want to hear of, whether WeChat may send it. It is never asked
 * without a tap, and what was tapped does not wait for it: the answer goes to the cloud by itself, and whoever
 * has no send left finds everything in the inbox all the same.
 */
export function useAskMessages(): (about: readonly TemplateName[]) => void {
  const offered = useKnown('home.view', {}, { as: 'me' })?.message?.templates
  return useCallback(
    (about) => {
      const templates = templatesToAsk(offered ?? [], { about, refused })
      if (templates.length === 0 || asking) return
      asking = true
      void askFor(templates).then(() => {
        asking = false
      })
    },
    [offered],
  )
}

async function askFor(templates: readonly OfferedTemplate[]): Promise<void> {
  const answers = await askWeChat(templates)
  for (const name of answers.refused) refused.add(name)
  if (answers.accepted.length + answers.refused.length === 0) return
  const tapId = makeTapId(Date.now(), Math.random)
  const result = await callPatiently('message.recordAcceptance', answers, { tapId })
  if (!result.ok) return
  updateQuery('home.view', {}, undefined, (view) =>
    view.message
      ? { ...view, message: { ...view.message, templates: result.data.templates } }
      : view,
  )
}
