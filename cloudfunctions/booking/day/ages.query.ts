import type { AgeBand } from '../../../types/contract/booking-visits'
import { describeError, log } from '../../shared/log'
import { factsOf, readPeople } from '../../shared/person-facts'
import { ageOn } from '../../shared/person-facts.rules'
import { dayOf } from '../../shared/time'
import { bandOf } from './figures.rules'

/** How old somebody is at a moment, as figures have it; undefined where nobody knows. */
export type Ages = (residentId: string, at: number) => AgeBand | undefined

/** The ages of these people. Bookings do not wait for keys: where birth days cannot be opened, nothing is known. */
export async function agesOf(residentIds: readonly string[]): Promise<Ages> {
  const births = new Map<string, string>()
  for (const record of await readPeople(residentIds)) {
    try {
      const { birthDay } = await factsOf(record, { withAge: true })
      if (birthDay !== undefined) births.set(record._id, birthDay)
    } catch (error) {
      log('warn', 'age not known', { id: record._id, ...describeError(error) })
    }
  }
  return (residentId, at) => {
    const birthDay = births.get(residentId)
    return birthDay === undefined ? undefined : bandOf(ageOn(birthDay, dayOf(at)))
  }
}
