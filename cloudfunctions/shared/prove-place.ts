import { lastOf } from './access.rules'
import { type Document, readCollection } from './db'
import { refuse } from './errors'

/** What is needed of a place to know where it lies. */
interface Place extends Document {
  path: string
}

const regions = readCollection<Place>('regions')

/**
 * Whoever stands above a community names the one they mean. The path comes from the phone, and all that
 * follows goes by its last id: the place must lie at that very path, not in another street.
 */
export async function provePlace(path: string): Promise<void> {
  if ((await regions.find(lastOf(path)))?.path !== path) refuse('NOT_ALLOWED')
}
