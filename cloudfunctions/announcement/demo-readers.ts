import type { Audience } from '../../types/contract/announcement-content'
import type { DemoPerson } from '../shared/demo-world'
import { dayOf, MINUTE } from '../shared/time'
import type { AnnouncementDoc, Did, ReaderDoc } from './announcement.docs'
import { isAddressed } from './audience.rules'
import type { DemoAnnouncement } from './demo-announcements.text'

/** What the demo's people have read and done; their receipts follow from it in the ticker's first minute. */
export class DemoReaders {
  private readonly begun = new Map<
    string,
    Required<Pick<ReaderDoc, 'did' | 'outbox'>> & ReaderDoc
  >()

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
    const { announcementId, rev } = did
    const reading = this.begun.get(residentId) ?? {
      _id: residentId,
      residentId,
      communityId,
      seen: [],
      did: [],
      outbox: [],
      taps: [],
    }
    reading.seen.push(announcementId)
    if (counted) {
      reading.did.push(did)
      reading.outbox.push({ id: `${announcementId}_${rev}`, rev, at: rev, announcementId })
    }
    this.begun.set(residentId, reading)
  }
}
