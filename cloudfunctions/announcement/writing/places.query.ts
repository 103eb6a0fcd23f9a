import { lastOf } from '../../shared/access.rules'
import { type Document, readCollection } from '../../shared/db'
import { communityOfPlace } from '../audience/audience.rules'

interface PlaceDoc extends Document {
  name: string
}

const regions = readCollection<PlaceDoc>('regions')

/** What the place is called whose announcements these are: of a building its community. Null when there is none. */
export async function placeNameOf(region: string): Promise<string | null> {
  const place = await regions.find(lastOf(communityOfPlace(region) ?? region))
  return place?.name ?? null
}
