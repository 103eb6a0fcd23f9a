import type { TemplateName } from '../../types/contract/message-inbox'
import { _, collection } from '../shared/db'
import { refuse } from '../shared/errors'
import type { CreditsDoc } from '../shared/pushes'
import { templates } from '../shared/templates'
import { type CreditEvent, leftAfter } from './credits.rules'

const credits = collection<CreditsDoc>('credits')

export const findCredits = (accountId: string): Promise<CreditsDoc | null> =>
  credits.find(accountId)

/** Things that happened to one account's credits of which it is known that they were counted. */
const KEPT = 50
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
      events: _.push({ each: [id], slice: -KEPT }),
      ...(at === undefined ? {} : { [`reached.${template}`]: at }),
    }
    if (await credits.updateOne(accountId, same, change)) return
  }
  refuse('BUSY')
}

/**
 * Takes what one message costs, before it is sent; `pushId` names the message, for which it is taken once, however
 * often it is tried. False: there is nothing to take.
 */
export async function takeCredit(
  accountId: string,
  template: TemplateName,
  pushId: string,
): Promise<boolean> {
  const some = { [`left.${template}`]: _.gt(0), taken: _.nin([pushId]) }
  const always = templates().get(template)?.kind === 'always'
  const one = always ? {} : { [`left.${template}`]: _.inc(-1) }
  const change = { ...one, taken: _.push({ each: [pushId], slice: -KEPT }) }
  if (await credits.updateOne(accountId, some, change)) return true
  return (await credits.find(accountId))?.taken.includes(pushId) ?? false
}

/** Gives back what was taken for a message that WeChat did not send. */
export async function returnCredit(
  accountId: string,
  template: TemplateName,
  pushId: string,
): Promise<void> {
  const always = templates().get(template)?.kind === 'always'
  const one = always ? {} : { [`left.${template}`]: _.inc(1) }
  await credits.updateOne(accountId, { taken: pushId }, { ...one, taken: _.pull(pushId) })
}

/** WeChat says that there is none: whatever was counted was wrong. */
export const noCredit = async (accountId: string, template: TemplateName): Promise<void> => {
  await credits.updateOne(accountId, { [`left.${template}`]: _.gt(0) }, { [`left.${template}`]: 0 })
}
