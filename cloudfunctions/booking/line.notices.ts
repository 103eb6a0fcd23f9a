import type { NoticeFact } from '../../types/contract/message-inbox'
import { hearersOf } from '../shared/hearers'
import { tell, type Told } from '../shared/notices'
import type { LineEntry, SlotDoc } from './booking.docs'

/** People told in one go. */
const AT_ONCE = 50

/** What becomes of a wait is told to whoever waits, and to those who act for them. */
export async function tellOfLines(
  entries: readonly { slot: SlotDoc; entry: LineEntry }[],
  now: number,
): Promise<void> {
  const hearers = await hearersOf(
    entries.map(({ entry }) => entry.residentId),
    now,
  )
  const told = entries.flatMap(({ slot, entry }): Told[] => {
    const { own, helpers } = hearers.get(entry.residentId) ?? { helpers: [] }
    const { region, communityId } = slot
    const common = { region, communityId, fact: entry.id, at: entry.at }
    return [
      ...(own === undefined ? [] : [{ ...common, accountId: own, about: factOf(slot, entry) }]),
      ...helpers.map(({ accountId, grant: { name, residentId } }) => ({
        ...common,
        accountId,
        about: { ...factOf(slot, entry), name },
        whom: residentId,
      })),
    ]
  })
  for (let from = 0; from < told.length; from += AT_ONCE) {
    await tell(told.slice(from, from + AT_ONCE))
  }
}

type OfLine = Extract<NoticeFact, { kind: 'offerMade' | 'offerLapsed' | 'waitEnded' }>

function factOf({ _id, serviceName, startsAt }: SlotDoc, { kind, until = 0 }: LineEntry): OfLine {
  switch (kind) {
    case 'offered':
      return { kind: 'offerMade', slotId: _id, serviceName, startsAt, until }
    case 'lapsed':
      return { kind: 'offerLapsed', serviceName, startsAt }
    case 'unserved':
      return { kind: 'waitEnded', serviceName, startsAt }
  }
}
