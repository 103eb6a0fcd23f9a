import { booking } from '../../types/contract/booking'
import { hasConsented, POLICY_VERSION } from '../shared/consent'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { addDays, dayOf, momentOf } from '../shared/time'
import { together } from '../shared/together'
import { findService, listSlots, presentService } from './booking.query'

/** How far ahead the screen's day strip reaches, today included. */
const DAYS_SHOWN = 21

export const viewService = handle(
  booking.viewService,
  async ({ actor, subject, now }, { serviceId }) => {
    const today = dayOf(now)
    const [service, { items, next }] = await together([
      findService(subject, serviceId),
      listSlots(subject, serviceId, {
        from: momentOf(today),
        to: momentOf(addDays(today, DAYS_SHOWN)),
        now,
      }),
    ])
    if (!service) return refuse('NOT_FOUND')
    const { about, bring } = service
    return {
      service: { ...presentService(service), about, bring },
      slots: items,
      policy: { current: POLICY_VERSION, agreed: hasConsented(actor) },
      ...(next ? { next } : {}),
    }
  },
)
