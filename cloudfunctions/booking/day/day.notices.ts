import type { NoticeFact } from '../../../types/contract/message-inbox'
import { type Hearers, hearersOf } from '../../shared/hearers'
import { tell } from '../../shared/notices'
import type { BookingDoc, ServiceDoc } from '../booking.docs'
import { toldOf } from '../told'
import type { Reminder } from './remind.rules'

type OfVisit = Extract<NoticeFact, { kind: 'bookingReminder' | 'bookingMissed' }>

interface Reminded {
  row: BookingDoc
  remind: Reminder['remind']
  /** When it was due. */
  at: number
}

/** Reminds of visits, with what to bring and to do before. */
export async function remindOf(
  reminded: readonly Reminded[],
  {
    services,
    hearers,
  }: { services: ReadonlyMap<string, ServiceDoc>; hearers: ReadonlyMap<string, Hearers> },
): Promise<void> {
  await tell(
    reminded.flatMap(({ row, remind, at }) => {
      const { bring = [], prepare = [] } = services.get(row.serviceId) ?? {}
      const { serviceName, startsAt, place, where = 'place' } = row
      const about: OfVisit = {
        kind: 'bookingReminder',
        ...{ when: remind, serviceName, startsAt, place, where, bring, prepare },
      }
      return toldOf(row, hearers.get(row.residentId), { about, fact: `${row._id}:${remind}`, at })
    }),
  )
}

/** Tells that a visit was missed, and until when only the desk books, where that is so now. */
export async function tellOfAbsent(
  row: BookingDoc,
  { at, barredUntil }: { at: number; barredUntil?: number },
): Promise<void> {
  const { _id, serviceName, startsAt, residentId } = row
  const hearers = await hearersOf([residentId], at)
  const barred = barredUntil === undefined ? {} : { barredUntil }
  const about: OfVisit = { kind: 'bookingMissed', serviceName, startsAt, ...barred }
  await tell(toldOf(row, hearers.get(residentId), { about, fact: `${_id}:missed`, at }))
}
