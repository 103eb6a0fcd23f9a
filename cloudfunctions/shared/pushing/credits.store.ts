import type { TemplateName } from '../../../types/contract/message-inbox'
import { _, collection } from '../db'
import { CREDIT_IDS_KEPT, type CreditsDoc } from '../pushes'
import { templates } from '../templates'

const credits = collection<CreditsDoc>('credits')

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
  const change = { ...one, taken: _.push({ each: [pushId], slice: -CREDIT_IDS_KEPT }) }
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
