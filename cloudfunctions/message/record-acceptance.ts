import { message } from '../../types/contract/message'
import type { TemplateName } from '../../types/contract/message-inbox'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { findCredits } from '../shared/pushing/credits.query'
import type { Tap } from '../shared/taps'
import { eventsCome, templates } from '../shared/templates'
import { offeredTemplates } from './credits.query'
import type { CreditEvent } from './credits.rules'
import { countEvent } from './credits.store'

/**
 * The phone's word on what the person answered. Anybody could forge it, so it counts only where WeChat's own events
 * do not come (docs/decisions/message-credits.md); too many only cost us messages that WeChat refuses to send.
 */
export const recordAcceptance = handle(message.recordAcceptance, async (call, input) => {
  const { openid, tap } = call
  const known = templates()
  if (!eventsCome() && known.size > 0) {
    const events = eventsOf(tap, input).filter(({ template }) => known.has(template))
    const counted = (await findCredits(openid))?.events ?? []
    const others = counted.filter((id) => id.startsWith(`${tap.tapId} `))
    if (others.some((id) => !id.startsWith(`${tap.tapId} ${tap.of} `))) refuse('TAP_REUSED')
    for (const event of events) await countEvent(openid, event)
  }
  return { templates: await offeredTemplates(openid) }
})

function eventsOf(
  { tapId, of }: Tap,
  { accepted, refused }: { accepted: TemplateName[]; refused: TemplateName[] },
): CreditEvent[] {
  const event = (template: TemplateName, what: CreditEvent['what']): CreditEvent => ({
    id: `${tapId} ${of} ${template}`,
    template,
    what,
  })
  return [
    ...[...new Set(accepted)].map((name) => event(name, 'accepted')),
    ...[...new Set(refused)]
      .filter((name) => !accepted.includes(name))
      .map((name) => event(name, 'refused')),
  ]
}
