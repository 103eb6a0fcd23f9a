import { account } from '../../types/contract/account'
import { readDiaries } from '../shared/diary'
import { claimsAhead } from '../shared/diary.rules'
import { partsHeld } from '../shared/personal-read'
import { handle } from '../shared/serve'
import { together } from '../shared/together'
import { erasureItems } from './erasure-items'
import { personOf } from './person.query'

/** What there is of the caller and what erasing would do with it, and how many visits it would cancel. */
export const previewErasure = handle(account.previewErasure, async ({ actor, now }) => {
  const person = await personOf(actor)
  const [parts, diaries] = await together([
    partsHeld(person),
    readDiaries(person.records.map(({ residentId }) => residentId)),
  ])
  return {
    items: erasureItems(parts.map(({ key }) => key)),
    ahead: diaries.reduce((sum, diary) => sum + claimsAhead(diary, now).length, 0),
  }
})
