import type { Audience } from '../../types/contract/announcement-content'
import type { DemoPerson } from '../shared/demo-world'
import { dayOf, MINUTE } from '../shared/time'
import type { AnnouncementDoc, Did, Receipt, ReceiptsDoc, ReaderDoc } from './announcement.docs'
import { isAddressed } from './audience/audience.rules'
import type { DemoAnnouncement } from './demo-announcement'
import { DEMO_CALLS } from './demo-announcements.text'
import { chunksOf } from './receipts/lines.rules'
import { isDone } from './reading.rules'
import { addCounts, countsBetween, lineAfter } from './receipts/receipts.rules'

/** What the demo's people have read and done, with the receipts that the ticker makes of it. */
export class DemoReaders {
  readonly receipts: ReceiptsDoc[] = []
  private readonly begun = new Map<string, Required<Pick<ReaderDoc, 'did'>> & ReaderDoc>()

  constructor(private readonly people: readonly DemoPerson[]) {}

  readings = (): ReaderDoc[] => [...this.begun.values()]

  /** Whom an announcement is for. */
  meant(audience: Audience, publishedAt: number): DemoPerson[] {
    return this.people.filter(({ livesAlone, householdId, ...person }) =>
      isAddressed(
        {
          ...person,
          householdIds: [householdId],
          attributes: livesAlone ? ['livesAlone'] : [],
          roles: [],
        },
        audience,
        dayOf(publishedAt),
      ),
    )
  }

  read(doc: AnnouncementDoc, { read = [], toldDesk = 0, must }: DemoAnnouncement): void {
    const { _id: announcementId, publishedAt = 0 } = doc
    const meant = this.meant(doc.audience, publishedAt)
    read.forEach(({ by, confirmed, choice }, n) => {
      const person = meant.find(({ accountId }) => accountId === by)
      if (!person) throw new Error(`${announcementId} is not for ${by}.`)
      const at = publishedAt + (n + 1) * 18 * MINUTE
      const done = confirmed === true || choice !== undefined
      this.note(
        person,
        {
          announcementId,
          rev: at,
          openedAt: at,
          ...(done ? { confirmedAt: at } : {}),
          ...(choice === undefined ? {} : { choice }),
        },
        must !== undefined,
      )
    })
    const others = meant.filter(({ accountId }) => accountId === undefined)
    for (let n = 0; n < Math.min(toldDesk, others.length); n++) {
      const person = others[Math.floor((n * others.length) / toldDesk)]
      const at = publishedAt + (n + 1) * 6 * MINUTE
      const choice = must?.choices?.[n % 3 === 2 ? 1 : 0]
      const did = { announcementId, rev: at, openedAt: at, confirmedAt: at, by: 'desk' as const }
      if (person) this.note(person, { ...did, ...(choice === undefined ? {} : { choice }) }, true)
    }
  }

  private note({ residentId, communityId }: DemoPerson, did: Did, counted: boolean): void {
    const { announcementId } = did
    const reading = this.begun.get(residentId) ?? {
      _id: residentId,
      residentId,
      communityId,
      seen: [],
      did: [],
      taps: [],
    }
    reading.seen.push(announcementId)
    if (counted) reading.did.push(did)
    this.begun.set(residentId, reading)
  }

  /** The lines of all whom it means; of those who have not done what they must, some were called. */
  count(doc: AnnouncementDoc, now: number): void {
    const { _id, audience, must, publishedAt = 0, callFrom = now } = doc
    const members = this.meant(audience, publishedAt).map((person) => {
      const { residentId, region, birthDay, livesAlone, accountId } = person
      const works = accountId === undefined ? [] : [`w-a-${accountId}`]
      const account = accountId === undefined ? {} : { accountId }
      const ids: [string, ...string[]] = [residentId, ...works]
      return { ids, residentId, region, birthDay, livesAlone, ...account }
    })
    const chunks = chunksOf(doc, members, { community: 0, day: dayOf(publishedAt) })
    const change = (chunk: ReceiptsDoc, id: string, after: Receipt | null) => {
      const before = chunk.people[id]
      if (!before || !after) return
      chunk.people[id] = after
      chunk.counts = addCounts(chunk.counts, countsBetween(before, after, must))
    }
    const calls = callFrom < now ? [...DEMO_CALLS] : []
    for (const chunk of chunks) {
      for (const [id, line] of Object.entries(chunk.people)) {
        const did = this.begun.get(id)?.did.find((one) => one.announcementId === _id)
        if (did) change(chunk, id, lineAfter(line, did))
        const after = chunk.people[id]
        const call = after && !isDone(must, after) ? calls.shift() : undefined
        if (after && call) {
          const by = 'a-demo-volunteer'
          change(chunk, id, {
            ...after,
            rev: 1,
            call: { ...call, at: now - 20 * MINUTE, by, tapId: 'demo-call', of: 'demo' },
          })
        }
      }
    }
    this.receipts.push(...chunks)
  }
}
