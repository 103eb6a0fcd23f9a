import { type Document, readCollection } from './db'

/** What features may know of a resident's record. */
interface NamedResident extends Document {
  name: string
}

const residents = readCollection<NamedResident>('residents')

/** Names by residentId, for those whose work is to call people by them. One request for 500 people. */
export async function namesOf(residentIds: readonly string[]): Promise<Map<string, string>> {
  if (residentIds.length === 0) return new Map()
  const found = await residents.findMany(residentIds)
  return new Map(found.map(({ _id, name }) => [_id, name]))
}
