import { demoPlacesAndPeople } from '../cloudfunctions/account/account.demo'
import { demoAnnouncements } from '../cloudfunctions/announcement/announcement.demo'
import { DEMO_PEOPLE } from '../cloudfunctions/account/demo-people.text'
import { demoBookings } from '../cloudfunctions/booking/booking.demo'
import { demoDirectory } from '../cloudfunctions/directory/directory.demo'
import type { KeyRing } from '../cloudfunctions/shared/seal'
import { type DemoDocuments, randomFrom } from '../cloudfunctions/shared/demo-world'

/** 09:00 on a Monday in the communities' zone: what is checked and shown is alike whenever it is made. */
export const DEMO_MORNING = Date.UTC(2026, 10, 23, 1)

/** Changing it changes every name and booking of the demo. */
const SEED = 20_261_122

/** All documents of the demo community, by collection: each feature's part, put together. */
export function demoDocuments({
  now,
  residents,
  ring,
}: {
  now: number
  /** What seals personal data: of the keys that the functions are given. */
  ring: KeyRing
  /** How many `resident-0001`... to add. */
  residents: number
}): DemoDocuments {
  const random = randomFrom(SEED)
  const { world, documents } = demoPlacesAndPeople(now, residents, random, ring)
  const whole = { ...world, random }
  return joined([
    documents,
    demoBookings(whole, ring),
    demoDirectory(whole),
    demoAnnouncements(whole, documents),
  ])
}

/** Several features may have documents in one collection. */
function joined(parts: readonly DemoDocuments[]): DemoDocuments {
  const all: DemoDocuments = {}
  for (const part of parts) {
    for (const [name, docs] of Object.entries(part)) all[name] = [...(all[name] ?? []), ...docs]
  }
  return all
}

/** Whom a visitor can be, for the person switcher and the ready line. */
export const demoPeople = DEMO_PEOPLE.map(({ openid, name, about }) => ({ openid, name, about }))
