import { booking } from '../../types/contract/booking'
import { ERROR_TEXT } from '../../types/contract/errors.text'
import { hasConsented, POLICY_VERSION } from '../shared/consent'
import { findDiary } from '../shared/diary'
import { refuse } from '../shared/errors'
import { factsOf, readPerson } from '../shared/person-facts'
import { handle } from '../shared/serve'
import { addDays, dayOf, momentOf } from '../shared/time'
import { together } from '../shared/together'
import { findService, listSlots, presentDetail } from './booking.query'
import { asksAge } from './eligible.rules'
import { decideForWhom, entitledIn, withAgainst } from './for-whom.rules'
import { readHomeCounts, sameHome } from './home-limits'

/** How far ahead the screen's day strip reaches, today included. */
const DAYS_SHOWN = 21

export const viewService = handle(booking.viewService, async (call, { serviceId }) => {
  const { actor, subject, by, now } = call
  const today = dayOf(now)
  const { residentId, record } = subject
  const [service, { items, next }, diary, person, counted] = await together([
    findService(subject, serviceId),
    listSlots(subject, serviceId, {
      from: momentOf(today),
      to: momentOf(addDays(today, DAYS_SHOWN)),
      now,
    }),
    findDiary(residentId),
    record ? Promise.resolve(record) : readPerson(residentId),
    readHomeCounts(call),
  ])
  if (!service) return refuse('NOT_FOUND')
  const { terms } = service
  const facts = await factsOf(person, { withAge: asksAge(terms.who) })
  const strikes = by?.kind === 'desk' ? [] : (diary?.strikes ?? [])
  const code = decideForWhom(terms, { facts, strikes }, now)
  const entitled = entitledIn(diary, service, now)
  return {
    service: await presentDetail(service),
    ...(code ? { notFor: { code, say: ERROR_TEXT[code] } } : {}),
    ...(entitled.length > 0 ? { entitled } : {}),
    slots: withAgainst(items, terms, { diary, home: sameHome(counted, facts) }),
    policy: { current: POLICY_VERSION, agreed: hasConsented(actor) },
    ...(next ? { next } : {}),
  }
})
