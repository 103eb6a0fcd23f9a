import type { AnnouncementDoc, Did } from '../announcement.docs'
import { entryOf, followed } from '../readings.store'
import { follow, type Line } from './receipts.store'

/**
 * The receipts follow at once where the ticker has made the person's line; otherwise the entry waits for it in
 * the reading's outbox.
 */
export async function followDid(
  readerId: string,
  did: Did,
  { _id, must }: Pick<AnnouncementDoc, '_id' | 'must'>,
  line: Line | null,
): Promise<void> {
  if (!line) return
  if (await follow(_id, readerId, { did, must, found: line })) {
    await followed(readerId, [entryOf(did).id])
  }
}
