import { DEMO_KEYS } from '../../config/linli-keys.mts'
import { parseRing } from '../../cloudfunctions/shared/key-ring.rules'
import { ringOf } from '../../cloudfunctions/shared/seal'
import { sealFields, sealingOf } from '../../cloudfunctions/shared/sealed-fields'
import type { TestCloud } from './cloud'
import { changeDoc } from './database'

const RESIDENTS = sealingOf('residents')

/** Notes a number on a resident's record, sealed as the functions seal it. */
export async function givePhone(cloud: TestCloud, residentId: string, phone: string) {
  const parsed = parseRing(DEMO_KEYS, { here: true })
  if ('problem' in parsed) throw new Error(parsed.problem)
  const { change } = sealFields(ringOf(parsed.keys), RESIDENTS, { _id: residentId }, { phone })
  await changeDoc(cloud, 'residents', residentId, change)
}
