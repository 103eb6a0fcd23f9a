import { _, collection } from '../shared/db'
import { refuse } from '../shared/errors'
import { CREDIT_IDS_KEPT, type CreditsDoc } from '../shared/pushes'
import { templates } from '../shared/templates'
import { type CreditEvent, leftAfter } from './credits.rules'

const credits = collection<CreditsDoc>('credits')

/**
 * How often to begin anew because another event came between: of so many that come together one is counted in each
 * round, and a phone that was off is told of all it missed at once.
 */
const TRIES = 20

/** Counts something that happened, once. */
export async function countEvent(accountId: string, event: CreditEvent): Promise<void> {
  const { id, template, what, at } = event
  const kind = templates().get(template)?.kind
  if (!kind) return
  for (let tries = 1; tries <= TRIES; tries++) {
    const doc = await credits.find(accountId)
    if (doc?.events.includes(id)) return
    const before = doc?.left[template]
    const left = leftAfter(what, { left: before ?? 0, kind })
    if (!doc) {
      const fresh = { _id: accountId, left: { [template]: left }, events: [id], taken: [] }
      if ((await credits.insert(fresh)) === 'inserted') return
      continue
    }
    const same = { [`left.${template}`]: before ?? _.exists(false), events: _.nin([id]) }
    const change = {
      [`left.${template}`]: left,
      events: _.push({ each: [id], slice: -CREDIT_IDS_KEPT }),
      ...(at === undefined ? {} : { [`reached.${template}`]: at }),
    }
    if (await credits.updateOne(accountId, same, change)) return
  }
  refuse('BUSY')
}
