import { readCollection } from './db'
import { keyRing } from './keys'
import { log } from './log'
import type { PersonFacts } from './person-facts.rules'
import type { PersonRecord } from './person-record.docs'
import { placesOfHousehold } from './reader-keys.rules'
import { openField, sealingOf } from './sealed-fields'

const residents = readCollection<PersonRecord>('residents')
const SEALING = sealingOf('residents')

export const readPerson = (residentId: string): Promise<PersonRecord | null> =>
  residents.find(residentId)

export const readPeople = (residentIds: readonly string[]): Promise<PersonRecord[]> =>
  residents.findMany(residentIds)

/** What a record says of a person; nothing where there is none. A birth day is opened only where it matters. */
export async function factsOf(
  record: PersonRecord | null | undefined,
  { withAge }: { withAge: boolean },
): Promise<PersonFacts> {
  if (!record) return { attributes: [], places: [] }
  const householdIds = record.homes
    .filter(({ until }) => until === undefined)
    .map(({ householdId }) => householdId)
  const birthDay = withAge ? await birthDayOf(record) : null
  return {
    attributes: record.attributes.filter(({ value }) => value).map(({ name }) => name),
    places: [...new Set(householdIds.flatMap((id) => placesOfHousehold(record.region, id)))],
    ...(householdIds[0] === undefined ? {} : { householdId: householdIds[0] }),
    ...(birthDay === null ? {} : { birthDay }),
  }
}

async function birthDayOf(record: PersonRecord): Promise<string | null> {
  if (!record.birthDay) return null
  const ring = await keyRing()
  try {
    return openField(ring, SEALING, record, 'birthDay')
  } catch {
    log('error', 'cannot be opened', { id: record._id, field: 'birthDay' })
    return null
  }
}
