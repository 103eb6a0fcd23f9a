import { readCollection } from './db'
import { keyRing } from './keys'
import { log } from './log'
import type { PersonRecord } from './person-record.docs'
import { openField, sealingOf } from './sealed-fields'
import { together } from './together'

const residents = readCollection<PersonRecord & { phone?: string | null }>('residents')
const SEALING = sealingOf('residents')

/** More people of one name than any community has. */
const NAMESAKES = 100

/**
 * Who lives in a community under exactly this name, with a number that ends so; null where nobody does, or more than
 * one. Only the numbers of namesakes are opened, and none leaves this file.
 */
export async function findByPhoneEnd(
  communityId: string,
  { name, phoneEnd }: { name: string; phoneEnd: string },
): Promise<PersonRecord | null> {
  const [namesakes, ring] = await together([
    residents.list({ where: { communityId, name }, limit: NAMESAKES }),
    keyRing(),
  ])
  const numberOf = (record: (typeof namesakes)[number]): string => {
    try {
      return openField(ring, SEALING, record, 'phone') ?? ''
    } catch {
      log('error', 'cannot be opened', { id: record._id, field: 'phone' })
      return ''
    }
  }
  const found = namesakes.filter(
    (record) => record.state === 'living' && record.phone && numberOf(record).endsWith(phoneEnd),
  )
  const [only, ...others] = found
  return only && others.length === 0 ? only : null
}
