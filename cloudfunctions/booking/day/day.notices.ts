import type { NoticeFact } from '../../../types/contract/message'
import { type Hearers, hearersOf } from '../../shared/hearers'
import { tell, type Told } from '../../shared/notices'
import type { BookingDoc, ServiceDoc } from '../booking.docs'
import type { Reminder } from './remind.rules'

/** The person, and those who act for them, who read whose it is. */
export function toldOf(
  { residentId, communityId, region }: Pick<BookingDoc, 'residentId' | 'communityId' | 'region'>,
  hearers: Hearers,
  { about, fact, at }: { about: NoticeFact; fact: string; at: number },
): Told[] {
  const { own, helpers } = hearers.get(residentId) ?? { helpers: [] }
  const where = { region, communityId, fact, at }
  return [
    ...(own === undefined ? [] : [{ accountId: own, about, ...where }]),
    ...helpers
      .filter(({ accountId }) => accountId !== own)
      .map(({ accountId, name }) => ({
        accountId,
        about: { ...about, name } as NoticeFact,
        whom: residentId,
        ...where,
      })),
  ]
}

interface Reminded {
  row: BookingDoc
  remind: Reminder['remind']
  /** When it was due. */
  at: number
}

/** Reminds of visits, with what to bring and to do before. */
export async function remindOf(
  reminded: readonly Reminded[],
  { services, hearers }: { services: ReadonlyMap<string, ServiceDoc>; hearers: Hearers },
): Promise<void> {
  await tell(
    reminded.flatMap(({ row, remind, at }) => {
      const { bring = [], prepare = [] } = services.get(row.serviceId) ?? {}
      const { serviceName, startsAt, place, where = 'place' } = row
      const about: NoticeFact = {
        kind: 'bookingReminder',
        ...{ when: remind, serviceName, startsAt, place, where, bring, prepare },
      }
      return toldOf(row, hearers, { about, fact: `${row._id}:${remind}`, at })
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
  const about: NoticeFact = { kind: 'bookingMissed', serviceName, startsAt, ...barred }
  await tell(toldOf(row, hearers, { about, fact: `${_id}:missed`, at }))
}
