import type { PushedEvent } from '../shared/entry'
import { templateNamed } from '../shared/templates'
import { creditEvents } from './credits.rules'
import { countEvent } from './credits.store'

/** WeChat says what somebody answered, turned off, or was not sent: their credits follow. */
export async function takeEvent(event: PushedEvent): Promise<void> {
  for (const one of creditEvents(event, templateNamed)) await countEvent(event.FromUserName, one)
}
