import { type Document, readCollection } from '../shared/db'

interface NamedPlace extends Document {
  name: string
}

const regions = readCollection<NamedPlace>('regions')

/** What communities are called, by their ids. */
export async function placesNamed(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await regions.findMany([...ids])
  return new Map(found.map(({ _id, name }) => [_id, name]))
}
