import { type Document, readCollection } from '../../shared/db'
import { keyRing } from '../../shared/keys'
import { log } from '../../shared/log'
import { openField, type SealedDocument, sealingOf } from '../../shared/sealed-fields'
import type { Receipt } from '../announcement.docs'

type Reached = Document & SealedDocument & { state?: string; phone?: string | null }

const residents = readCollection<Reached>('residents')
const accounts = readCollection<Reached & { ref: string }>('accounts')

/** The number of somebody who is to be called; null where none is known, undefined where they live here no more. */
export async function phoneOf({ residentId, ref }: Receipt): Promise<string | null | undefined> {
  if (residentId === undefined) {
    const [account] = await accounts.list({ where: { ref: ref ?? '' }, limit: 1 })
    return account && open('accounts', account)
  }
  const resident = await residents.find(residentId)
  return resident?.state === 'living' ? open('residents', resident) : undefined
}

async function open(name: 'residents' | 'accounts', doc: Reached): Promise<string | null> {
  if (!doc.phone) return null
  const ring = await keyRing()
  try {
    return openField(ring, sealingOf(name), doc, 'phone')
  } catch {
    log('error', 'cannot be opened', { id: doc._id, field: 'phone' })
    return null
  }
}
