import type { Account, ActsAs, Subject } from '../shared/actor'
import { readCollection, type Document } from '../shared/db'
import { boundedKeys, dwellerKeys, readerKeys } from '../shared/reader-keys.rules'
import { readerIdOf } from '../shared/readings'

/** What of a record its person's keys are made of. */
interface DwellerDoc extends Document {
  region: string
  homes: readonly { householdId: string; until?: number }[]
  lists?: string[]
  state: string
}

const residents = readCollection<DwellerDoc>('residents')

/** What of a call says who reads. */
export interface ReadingCall {
  actor: Account | null
  subject: Subject | null
  by?: ActsAs | undefined
  now: number
}

/** Who reads, as far as announcements go by it. */
export interface Reader {
  /** The id in `readings`; absent for whoever has no account. */
  id?: string | undefined
  /** Whoever holds one of an announcement's keys is meant by it; nobody's are more than 60. */
  keys: readonly string[]
}

/** The caller's keys come from the account; those of the person acted for from the record, one read more. */
export async function readerOf({ actor, subject, by, now }: ReadingCall): Promise<Reader> {
  const id = readerIdOf(actor, subject)
  if (!by || !subject) return { id, keys: boundedKeys(readerKeys(actor, subject, now)) }
  const resident = await residents.find(subject.residentId)
  if (resident?.state !== 'living') return { id, keys: [] }
  const householdIds = resident.homes
    .filter(({ until }) => until === undefined)
    .map(({ householdId }) => householdId)
  const { region, lists } = resident
  return { id, keys: boundedKeys(dwellerKeys({ region, householdIds, lists })) }
}
