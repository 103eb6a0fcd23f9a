import { type Document, readCollection } from './db'
import { keyRing } from './keys'
import { log } from './log'
import { openField, type SealedDocument, sealingOf } from './sealed-fields'

type Reached = Document & SealedDocument & { state?: string; phone?: string | null }

const residents = readCollection<Reached>('residents')

/** The number of somebody who lives here, to call them; undefined where none is known. */
export async function phoneOfResident(residentId: string): Promise<string | undefined> {
  const resident = await residents.find(residentId)
  if (resident?.state !== 'living' || !resident.phone) return undefined
  const ring = await keyRing()
  try {
    return openField(ring, sealingOf('residents'), resident, 'phone') ?? undefined
  } catch {
    log('error', 'cannot be opened', { id: residentId, field: 'phone' })
    return undefined
  }
}
